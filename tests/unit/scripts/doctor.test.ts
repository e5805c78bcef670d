import { createServer } from "node:net";
import { expect, test, vi } from "vitest";
import {
  examine,
  lookAtBuild,
  lookAtVariables,
  problemOfSiteUrl,
  report,
} from "@/scripts/doctor.mjs";

const stateOf = (env: Record<string, string>, what: string) =>
  lookAtVariables(env).find((finding) => finding.what === what)?.state;

test("a public address is a host and nothing else", () => {
  for (const right of [
    "https://keylink.example",
    "http://localhost:3000",
    "https://keylink.example/",
  ])
    expect(problemOfSiteUrl(right), right).toBeUndefined();
  for (const wrong of [
    "keylink.example",
    "ftp://a.example",
    "https://a.example/docs",
    "https://a.example?x=1",
  ])
    expect(problemOfSiteUrl(wrong), wrong).toBeTypeOf("string");
});

test("wrong variables are reported with a remedy; missing ones are no mistake", () => {
  expect(lookAtVariables({}).some(({ state }) => state === "bad")).toBe(false);
  for (const [name, wrong, right] of [
    ["SITE_URL", "keylink.example", "https://keylink.example"],
    ["REPOSITORY_URL", "github.com/a", "https://github.com/keylink/keylink"],
    ["REPORT_EMAIL", "editors", "editors@keylink.example"],
    ["SECURITY_CONTACT", "me", "mailto:me@keylink.example"],
    ["SEARCH_INDEX_LIMIT", "much", "300000"],
    ["OFFLINE", "no", "off"],
  ] as const) {
    const finding = lookAtVariables({ [name]: wrong }).find(({ what }) => what === name);
    expect(finding, name).toMatchObject({ state: "bad", remedy: expect.any(String) });
    expect(stateOf({ [name]: right }, name), name).not.toBe("bad");
  }
});

test("a build that is missing or old will be made; one that is half written has to go", () => {
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
  expect(report(findings)).toMatch(/2 to mend|3 to mend/);
});
