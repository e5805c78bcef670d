import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

/**
 * Each size and weight of text costs a browser a font of its own when it lays out the first screen, and the eye its
 * sense of order. So there is one scale: notes in drawings, small, secondary, text, lead, headings. Titles that grow
 * with the screen are `clamp()`, and what follows its own surroundings is in `em`.
 */
const SIZES = ["0.8125rem", "0.875rem", "0.95rem", "1rem", "1.125rem", "1.25rem", "1.45rem"];
/** 350 is the thin heading of Windows 10 in the drawings. */
const WEIGHTS = ["350", "400", "600", "700", "inherit"];

const source = (folder: string, name: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), "utf8") }));

/** What the first group of an expression finds in the sources, as `file: value`, without what is allowed. */
const others = (
  sources: { file: string; text: string }[],
  expression: RegExp,
  allowed: readonly string[],
) =>
  sources.flatMap(({ file, text }) =>
    [...text.matchAll(expression)]
      .map(([, value]) => value!)
      .filter((value) => !allowed.includes(value))
      .map((value) => `${file}: ${value}`),
  );

const sheets = source("app", /\.css$/);
const components = ["app", "browser", "components"].flatMap((folder) => source(folder, /\.tsx?$/));

describe("one scale of text", () => {
  test("the sheets use its sizes", () => {
    expect(others(sheets, /font-size: ([\d.]+rem);/g, SIZES)).toEqual([]);
    // The size of the root makes the rem.
    expect(others(sheets, /font: \d+ ([\d.]+rem)/g, [...SIZES, "1.0625rem"])).toEqual([]);
  });
  test("the sheets use its weights", () => {
    expect(others(sheets, /font-weight: ([^;]+);/g, WEIGHTS)).toEqual([]);
  });
  test("the components use its sizes", () => {
    expect(others(components, /text-\[([\d.]+rem)\]/g, SIZES)).toEqual([]);
  });
});
