import { expect, test } from "vitest";
import { contentSecurityPolicy, WORKER_POLICY } from "@/lib/security/policy";

const directive = (policy: string, name: string) =>
  policy.split("; ").find((part) => part.startsWith(`${name} `) || part === name);

const HASHES = {
  prePaintHash: "sha256-abc",
  firstPaintHash: "sha256-def",
  moreStyles: ["sha256-mno"],
  speculationRulesHash: "sha256-jkl",
  barrierHash: "sha256-ghi",
};

test("pages run our files and inline scripts with a known hash, nothing else", () => {
  const policy = contentSecurityPolicy(HASHES);
  expect(directive(policy, "script-src")).toBe(
    "script-src 'self' 'sha256-abc' 'sha256-jkl' 'sha256-ghi'",
  );
  expect(directive(policy, "require-trusted-types-for")).toBe("require-trusted-types-for 'script'");
  expect(directive(policy, "trusted-types")).toBe("trusted-types search-worker service-worker");
});

test("the search worker may only fetch, and only from here", () => {
  expect(WORKER_POLICY).toBe("default-src 'none'; script-src 'self'; connect-src 'self'");
});

test("no policy allows inline code, eval, frames, bases or foreign forms", () => {
  const policy = contentSecurityPolicy(HASHES);
  expect(policy).not.toContain("unsafe-");
  expect(policy).not.toContain("http");
  for (const [name, value] of [
    ["frame-ancestors", "'none'"],
    ["base-uri", "'none'"],
    ["object-src", "'none'"],
    ["form-action", "'self'"],
    ["style-src", "'self' 'sha256-def' 'sha256-mno'"],
    ["worker-src", "'self'"],
  ])
    expect(directive(policy, name ?? "")).toBe(`${name} ${value}`);
});
