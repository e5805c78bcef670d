import { expect, test } from "vitest";
import { expectMistake, problemsAfter, type Mistake } from "@/tests/fixtures/small-content";

const ARTICLE = "articles/what-linking-does.md";

const MISTAKES: Mistake[] = [
  {
    what: "YAML that cannot be read, with its line",
    change: (c) => (c["topics/linking.yaml"] = "title: Linking\ntext: Read this: it helps\n"),
    file: "topics/linking.yaml",
    field: "line 2",
    message: /mapping/i,
    remedy: /Mend this line or the one before it: mind the indentation/,
  },
  {
    what: "a field that stands twice",
    change: (c) => (c["topics/linking.yaml"] = "title: Linking\ndescription: x\ntitle: Again\n"),
    file: "topics/linking.yaml",
    field: "line 3",
    message: /unique/i,
    remedy: /Mend this line/,
  },
  {
    what: "front matter that cannot be read, with its line in the file",
    change: (c) => (c[ARTICLE] = '---\ntitle: Good\ndescription: "open\n---\n\nText.\n'),
    file: ARTICLE,
    field: "line 3",
    message: /quote/i,
    remedy: /Mend this line or the one before it/,
  },
  {
    what: "an article without front matter",
    change: (c) => (c[ARTICLE] = "# What linking does\n\nIt helps later.\n"),
    file: ARTICLE,
    field: "front matter",
    message: /does not begin with fields between two lines of three hyphens/,
    remedy: /Begin the file with ---, then the fields, then ---/,
  },
  {
    what: "an article with empty front matter",
    change: (c) => (c[ARTICLE] = "---\n\n---\n\nIt helps later.\n"),
    file: ARTICLE,
    field: "file",
    message: /expected fields like/,
    remedy: /Copy another file/,
  },
  {
    what: "a file with another ending",
    change: (c) => (c["messages/active.yml"] = "title: x"),
    file: "messages/active.yml",
    field: "file name",
    message: /expected a name that ends in \.yaml, found “active\.yml”/,
    remedy: /Rename the file so that it ends in \.yaml/,
  },
  {
    what: "a folder that nothing reads",
    change: (c) => (c["article/lost.md"] = "---\ntitle: x\n---\n"),
    file: "article",
    field: "file name",
    message: /nothing reads this/,
    remedy: /Did you mean “articles”\?/,
  },
  {
    what: "a single file that is missing",
    change: (c) => delete c["synonyms.yaml"],
    file: "synonyms.yaml",
    field: "file",
    message: /^is missing$/,
    remedy: /Add content\/synonyms\.yaml/,
  },
];

test.each(MISTAKES)("says how to fix $what", (mistake) => {
  expectMistake(mistake);
});

test("reads files of Windows editors: line ends and the mark at the beginning", () => {
  const problems = problemsAfter((c) => {
    const { body, ...fields } = c[ARTICLE];
    const lines = ["---", JSON.stringify(fields), "---", "", ...body.split("\n"), ""];
    c[ARTICLE] = `\uFEFF${lines.join("\r\n")}`;
  });
  expect(problems).toEqual([]);
});

test("leaves hidden files alone", () => {
  expect(problemsAfter((c) => (c["articles/.draft.swp"] = c[".DS_Store"] = "x"))).toEqual([]);
});
