import { createServer } from "node:net";
import { expect, test, vi } from "vitest";
import { examine, lookAtBuild, report } from "@/scripts/doctor.mjs";

test("a missing or old build will be made; a half-written one has to be deleted", () => {
  expect(lookAtBuild("fresh").state).toBe("good");
  expect(lookAtBuild("none").state).toBe("note");
  expect(lookAtBuild("stale").state).toBe("note");
  expect(lookAtBuild("broken")).toMatchObject({
    state: "bad",
    remedy: expect.stringContaining(".next"),
  });
});

test("a port that is taken and a browser that is not there are found on this machine", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  const { port } = server.address() as { port: number };
  vi.stubEnv("PORT", String(port));
  vi.stubEnv("KEYLINK_BROWSER", "/no/such/browser");
  const findings = await examine();
  vi.unstubAllEnvs();
  server.close();
  const of = (what: string) => findings.find((finding) => finding.what === what);
  expect(of("Node.js")?.state).toBe("good");
  expect(of("Port")).toMatchObject({ state: "bad", remedy: expect.any(String) });
  expect(of("Browser for tests")).toMatchObject({ state: "bad", found: "/no/such/browser" });
  expect(report(findings)).toMatch(/[23] to fix/);
});
