import { expect, test } from "vitest";
import { lineOf, nearest, problemText, unknownName } from "@/lib/checks/problem";

const at = { file: "errors/0xc004f211.yaml", field: "family" };

test("a problem names file and field, says what is wrong, and then what to do", () => {
  const problem = { ...at, message: "is missing", remedy: "Add “family”." };
  expect(problemText(problem)).toBe(
    "content/errors/0xc004f211.yaml › family\n    is missing\n    → Add “family”.",
  );
  expect(problemText(problem, "/tmp/drafts")).toMatch(/^\/tmp\/drafts\/errors\//);
});

test.each([
  ["lookalikes", "lookAlikes"],
  ["tpoics", "topics"],
  ["detials", "detail"],
  ["sorces", "sources"],
])("“%s” suggests “%s”", (typed, meant) => {
  expect(nearest(typed, ["title", "lookAlikes", "topics", "detail", "sources"])).toBe(meant);
});

test("suggests nothing for a name that is far from all", () => {
  expect(nearest("author", ["title", "topics", "sources"])).toBeUndefined();
  expect(nearest("title", [])).toBeUndefined();
});

test("an unknown name is answered with what there is", () => {
  const name = { kind: "family", name: "clok-wrong", where: "content/error-families" };
  const few = ["clock-wrong", "server-fault"];
  expect(unknownName(at, { ...name, known: few })).toEqual({
    ...at,
    message: "the family “clok-wrong” does not exist in content/error-families",
    remedy: "Did you mean “clock-wrong”? If not: Choose one of: clock-wrong, server-fault.",
  });
  const many = Array.from({ length: 30 }, (_, index) => `family-${index}`);
  expect(unknownName(at, { ...name, known: many }).remedy).toBe(
    "Choose a family that exists in content/error-families, or add this one there first.",
  );
  expect(unknownName(at, { ...name, known: [] }).remedy).toMatch(/^There is no family .* yet/);
});

test("lines are counted from 1", () => {
  expect(lineOf("a\nb\nc", 0)).toBe(1);
  expect(lineOf("a\nb\nc", 4)).toBe(3);
});
