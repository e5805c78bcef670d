import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BUILD_VARIABLES } from "@/scripts/build.mjs";

const filesIn = (path: string): string[] =>
  statSync(path).isFile() ? [path] : readdirSync(path).flatMap((name) => filesIn(join(path, name)));

test("a variable that the site reads makes `npm start` rebuild when it changes", () => {
  const read = ["app", "components", "lib", "next.config.ts"]
    .flatMap(filesIn)
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/process\.env\.(\w+)/g)])
    .map((match) => match[1]);
  // Next.js sets NODE_ENV itself; PORT counts as part of SITE_URL.
  expect([...BUILD_VARIABLES, "NODE_ENV", "PORT"]).toEqual(expect.arrayContaining(read));
});
