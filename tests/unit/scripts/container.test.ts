import { readFileSync } from "node:fs";
import { validate } from "dockerfile-utils";
import { expect, test } from "vitest";

const dockerfile = readFileSync("Dockerfile", "utf8");
const steps = dockerfile
  .split("\n")
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => line.split(" ")[0]);

test("the container runs as an unprivileged user, checks its health, and stops when told to", () => {
  const last = dockerfile.slice(dockerfile.lastIndexOf("FROM "));
  expect(last).toMatch(/^USER node$/m);
  expect(last).toMatch(/^HEALTHCHECK /m);
  // The form with brackets: Node gets the signal, not a shell.
  expect(last).toMatch(/^CMD \["node", "scripts\/serve\.mjs"\]$/m);
  expect(steps.filter((step) => step === "FROM")).toHaveLength(2);
  expect(dockerfile).not.toMatch(/:latest|curl .*\| *(ba)?sh|ADD http/);
});

test("what belongs to one machine stays out of the image", () => {
  const ignored = readFileSync(".dockerignore", "utf8").split("\n");
  for (const name of ["node_modules", ".next", ".git", ".env*"]) expect(ignored).toContain(name);
});

test("the image is built with the variables that pages name", () => {
  for (const name of ["SITE_URL", "REPOSITORY_URL", "REPORT_EMAIL", "SECURITY_CONTACT"])
    expect(dockerfile).toContain(`ARG ${name}`);
});

test("the linter of Docker's own editor plugin finds nothing in the file", () => {
  expect(validate(dockerfile).map(({ message }) => message)).toEqual([]);
  expect(validate("FROM node\nCMD node a\nCMD node b\nUSR x").length).toBeGreaterThan(1);
});
