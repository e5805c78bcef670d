import { afterEach, expect, test, vi } from "vitest";
import {
  checkVariables,
  lookAtVariables,
  problemOfSiteUrl,
  siteUrl,
} from "@/scripts/variables.mjs";

afterEach(() => vi.unstubAllEnvs());

const stateOf = (env: Record<string, string>, what: string) =>
  lookAtVariables(env).find((finding) => finding.what === what)?.state;

test("a public address is a host, with or without a path of plain segments", () => {
  for (const right of [
    "https://keylink.example",
    "http://localhost:3000",
    "https://keylink.example/",
    "https://example.org/keylink",
    "https://example.org/docs/key_link-1.0/",
  ])
    expect(problemOfSiteUrl(right), right).toBeUndefined();
  for (const wrong of [
    "keylink.example",
    "ftp://a.example",
    "https://a.example/docs//keylink",
    "https://a.example/docs/key%20link",
    "https://a.example/keylink;v=1",
    "https://me:secret@a.example",
    "https://a.example?x=1",
  ])
    expect(problemOfSiteUrl(wrong), wrong).toBeTypeOf("string");
});

test("wrong variables are reported with a remedy; missing ones are fine", () => {
  expect(lookAtVariables({}).some(({ state }) => state === "bad")).toBe(false);
  for (const [name, wrong, right] of [
    ["SITE_URL", "keylink.example", "https://keylink.example"],
    ["REPOSITORY_URL", "github.com/a", "https://github.com/keylink/keylink"],
    ["REPORT_EMAIL", "editors", "editors@keylink.example"],
    ["SECURITY_CONTACT", "me", "mailto:me@keylink.example"],
    ["SEARCH_INDEX_LIMIT", "much", "320000"],
    ["OFFLINE", "no", "off"],
  ] as const) {
    const finding = lookAtVariables({ [name]: wrong }).find(({ what }) => what === name);
    expect(finding, name).toMatchObject({ state: "bad", remedy: expect.any(String) });
    expect(stateOf({ [name]: right }, name), name).not.toBe("bad");
  }
});

test("a wrong variable stops every start, before anything is built or served", () => {
  vi.stubEnv("SITE_URL", "https://example.org/key link");
  expect(checkVariables).toThrow(/SITE_URL is wrong[\s\S]*key link”: its path has[\s\S]*to fix/);
  vi.stubEnv("SITE_URL", "https://example.org/keylink");
  expect(checkVariables).not.toThrow();
  expect(siteUrl()).toBe("https://example.org/keylink");
});

test("an empty address is treated as unset", () => {
  vi.stubEnv("SITE_URL", "");
  vi.stubEnv("PORT", "4321");
  expect(checkVariables).not.toThrow();
  expect(siteUrl()).toBe("http://localhost:4321");
});
