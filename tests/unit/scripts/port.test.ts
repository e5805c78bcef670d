import { expect, test } from "vitest";
import { readPort } from "@/scripts/port.mjs";
import { Problem } from "@/scripts/process.mjs";

const refusalOf = (text: string) => {
  try {
    readPort(text);
  } catch (error) {
    return error;
  }
  return undefined;
};

/** Whether `fetch` would connect to a port at all. It does not: the dispatcher refuses. */
async function isBlocked(port: number): Promise<boolean> {
  const dispatcher = {
    dispatch: () => {
      throw new Error("not connected");
    },
  };
  const init = { dispatcher } as unknown as RequestInit;
  const cause = await fetch(`http://localhost:${port}/`, init).catch(
    (error: unknown) => (error as Error).cause,
  );
  return cause instanceof Error && cause.message === "bad port";
}

test("a port, or none for the usual one", () => {
  expect(readPort("3001")).toBe(3001);
  expect(readPort(undefined)).toBe(readPort(" "));
});

test.each(["0", "65536", "-1", "80a", "4190"])("PORT=%s is refused with a remedy", (text) => {
  const refusal = refusalOf(text);
  expect(refusal).toBeInstanceOf(Problem);
  const { message, found, remedy } = refusal as Problem;
  expect(message).toContain("expected:");
  expect(found).toContain(text);
  expect(remedy).toContain("PORT");
});

// Those of the system, where most of them are; all 65,535 take a minute.
test("exactly the ports are refused that fetch blocks", async () => {
  const wrong: number[] = [];
  for (const port of [...Array(1025).keys(), 2049, 3000, 4190, 6000, 6667, 8080, 10080].slice(1))
    if ((await isBlocked(port)) !== (refusalOf(String(port)) !== undefined)) wrong.push(port);
  expect(wrong).toEqual([]);
});
