import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

/** No hexadecimal digits, parts of a key or `%E9` before it, no pattern after it. */
const CODE = /(?<![\w%#.-])([CEOPSUWX])([1-9]\d?)(?![\w[\]-])/g;
const RANGE = /(?<![\w%#.-])([CEOPSUWX])([1-9]\d?) to \1([1-9]\d?)(?!\w)/g;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*/g;

/** The requirements that a text names; “C11 to C14” names four. */
function codesIn(text: string): string[] {
  const between = [...text.matchAll(RANGE)].flatMap(([, letter = "", first, last]) =>
    Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_, i) => `${letter}${Number(first) + i}`,
    ),
  );
  return [...new Set([...[...text.matchAll(CODE)].map(([code]) => code), ...between])];
}

/** Code may hold “C1” or “(X86)” for reasons of its own; only its comments cite. Titles of tests do as well. */
const citing = (file: string, text: string) =>
  /^tests\/|\.md$/.test(file) ? text : (text.match(COMMENT) ?? []).join("\n");

const FOLDERS = ["app", "browser", "components", "docs", "lib", "scripts", "tests", "tools"];
const NOT_READ =
  /^(docs\/requirements\.md|tests\/fixtures\/.*|tests\/unit\/requirements\.test\.ts)$/;

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) =>
    path.join(folder, name).replaceAll(path.sep, "/"),
  );

/** The files that cite each requirement. */
function citations(): Map<string, string[]> {
  const files = ["README.md", "CONTRIBUTING.md", "proxy.ts", ...FOLDERS.flatMap(filesIn)].filter(
    (file) => /\.(ts|tsx|mjs|css|md)$/.test(file) && !NOT_READ.test(file),
  );
  const found = new Map<string, string[]>();
  for (const file of files)
    for (const code of codesIn(citing(file, readFileSync(file, "utf8"))))
      found.set(code, [...(found.get(code) ?? []), file]);
  return found;
}

describe("the list of requirements", () => {
  const listed = [
    ...readFileSync("docs/requirements.md", "utf8").matchAll(/^- \*\*([A-Z]\d+)\*\*/gm),
  ].map(([, code = ""]) => code);
  const cited = citations();

  test("has each code that is cited", () => {
    expect([...cited].filter(([code]) => !listed.includes(code))).toEqual([]);
  });

  test("has no code that nothing cites", () => {
    expect(listed.filter((code) => !cited.has(code))).toEqual([]);
  });

  test("is in order, each code once", () => {
    const inOrder = [...new Set(listed)].sort((a, b) =>
      a.localeCompare(b, "en", { numeric: true }),
    );
    expect(listed).toEqual(inOrder);
  });
});

test.each([
  ["one in a comment", "// Nothing leaves the field (S9).", ["S9"]],
  ["several", "W2 and C3: ticks are kept (P8, P9).", ["W2", "C3", "P8", "P9"]],
  ["a range", "(C11 to C13)", ["C11", "C13", "C12"]],
  ["no code of Windows", "0xC004F211, C004-F211, C0EA", []],
  ["no key, escape, color or paper", "Win+R, F8, VK7JG-C9-7JM, %E0%A4, #C3, A4, C19x", []],
])("reads %s", (_name, text, codes) => {
  expect(codesIn(text)).toEqual(codes);
});
