import { expect, test } from "vitest";
import type { Publisher } from "@/lib/schema/publishers";
import { coversSource, publisherOf } from "@/lib/schema/publishers";

test("a host covers its pages and its subdomains, with or without www", () => {
  expect(coversSource("microsoft.com", "https://www.microsoft.com/windows")).toBe(true);
  expect(coversSource("microsoft.com", "https://learn.microsoft.com/x")).toBe(true);
  expect(coversSource("microsoft.com", "https://notmicrosoft.com/")).toBe(false);
  expect(coversSource("microsoft.com", "https://microsoft.com.example/")).toBe(false);
});

test("a host with a path covers that part of a shared site only", () => {
  expect(coversSource("github.com/microsoft", "https://github.com/Microsoft/winget")).toBe(true);
  expect(coversSource("github.com/microsoft", "https://github.com/microsoftish/x")).toBe(false);
  expect(coversSource("github.com/microsoft", "https://github.com/")).toBe(false);
});

test("a star in a path stands for any part: issues of all repositories, but not their files", () => {
  const issues = "github.com/MicrosoftDocs/*/issues";
  expect(coversSource(issues, "https://github.com/MicrosoftDocs/docs/issues/1")).toBe(true);
  expect(coversSource(issues, "https://github.com/MicrosoftDocs/docs/blob/main/issues")).toBe(
    false,
  );
  expect(coversSource(issues, "https://github.com/MicrosoftDocs")).toBe(false);
});

test("the most specific entry wins, in any order", () => {
  const entry = (domain: string): Publisher => ({ domain, name: domain, kind: "other" });
  const list = [entry("microsoft.com"), entry("answers.microsoft.com"), entry("howtogeek.com")];
  const address = "https://answers.microsoft.com/thread";
  expect(publisherOf(address, list)?.domain).toBe("answers.microsoft.com");
  expect(publisherOf(address, list.reverse())?.domain).toBe("answers.microsoft.com");
  expect(publisherOf("https://example.org/", list)).toBeUndefined();
});
