import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkContent } from "@/lib/checks/check-content";
import {
  expectMistake,
  type Mistake,
  problemsAfter,
  smallContent,
  withContentFolder,
} from "@/tests/fixtures/small-content";

const ARTICLE = "articles/what-linking-does.md";
const TOPIC = "topics/linking.yaml";
const GUIDE = "guides/link.yaml";
const TODAY = new Date().toISOString().slice(0, 10);
const inDays = (days: number) =>
  new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10);

const titled = (title: string) => `title: "Linking"\ndescription: "${title}"\n`;

const MISTAKES: Mistake[] = [
  {
    what: "a control character",
    change: (c) => (c[TOPIC] = titled("a\0b")),
    file: TOPIC,
    field: "line 2",
    message: /expected text, found the control character U\+0000/,
    remedy: /Delete it/,
  },
  ...["\u200b", "\u200e", "\u202e", "\u2066", "\u00ad", "\u2060", "\ufeff", "\u200d"].map(
    (mark): Mistake => ({
      what: `the mark U+${mark.charCodeAt(0).toString(16)}`,
      change: (c) => (c[ARTICLE].body = `One line.\n\nAnother${mark}one.`),
      file: ARTICLE,
      field: expect.stringMatching(/^line \d\d$/),
      message: /expected characters that can be seen, found U\+\w{4}/,
      remedy: /press Delete once/,
    }),
  ),
  {
    what: "a tab in a title",
    change: (c) => (c[TOPIC].title = "Linking\tthings"),
    file: TOPIC,
    field: "title",
    message: /expected spaces instead of tabs/,
    remedy: /./,
  },
  {
    what: "a whole product key",
    change: (c) => (c[ARTICLE].body = "My key is VK7JG-NPHTM-C97JM-9MPGT-3V66T."),
    file: ARTICLE,
    field: expect.stringMatching(/^line \d+$/),
    message: /expected no product key/,
    remedy: /XXXXX/,
  },
  {
    what: "a product key on two lines",
    change: (c) => (c[ARTICLE].body = "VK7JG-NPHTM-C97J\nM-9MPGT-3V66T"),
    file: ARTICLE,
    field: "file",
    message: /expected no product key/,
    remedy: /XXXXX/,
  },
  {
    what: "a day of an update that is still to come",
    change: (c) => (c[ARTICLE].updated = inDays(3)),
    file: ARTICLE,
    field: "updated",
    message: /expected a day that has been, found .*; today is/,
    remedy: /Write the day on which it was updated/,
  },
  {
    what: "a review that is still to come",
    change: (c) => (c[ARTICLE].reviewed = inDays(3)),
    file: ARTICLE,
    field: "reviewed",
    message: /expected a day that has been/,
    remedy: /reviewed/,
  },
  {
    what: "an update before the publication",
    change: (c) => (c[ARTICLE].updated = "2025-12-31"),
    file: ARTICLE,
    field: "updated",
    message: /expected 2026-01-10 or later, the day it was published, found 2025-12-31/,
    remedy: /the later of the two days/,
  },
  {
    what: "a page that is related to itself",
    change: (c) => (c[ARTICLE].related = ["/articles/what-linking-does"]),
    file: ARTICLE,
    field: "related[0]",
    message: /the page is related to itself/,
    remedy: /Name another page/,
  },
  {
    what: "a page that is related twice",
    change: (c) => (c[ARTICLE].related = ["/guides", "/errors", "/guides"]),
    file: ARTICLE,
    field: "related[2]",
    message: /“\/guides” is listed already, as related\[0\]/,
    remedy: /remove the entry/,
  },
  ...["!!binary aGk=", "!!set {a}", "!thing x", "!<tag:example.org,2026:x> y"].map(
    (value): Mistake => ({
      what: `a type of YAML, ${value}`,
      change: (c) => (c[TOPIC] = `title: Linking\ndescription: ${value}\n`),
      file: TOPIC,
      field: "line 2",
      message: /expected plain fields, found the type “/,
      remedy: /needs quotes/,
    }),
  ),
  {
    what: "names for values that would become millions",
    change: (c) => {
      const lines = "bcdefghij".split("").map((name, i) => {
        const before = "abcdefghij"[i];
        return `${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`;
      });
      c[TOPIC] = ["a: &a [x]", ...lines].join("\n");
    },
    file: TOPIC,
    field: "line 1",
    message: /found the name “&a” for a value/,
    remedy: /Write the value itself/,
  },
  {
    what: "a value that holds itself",
    change: (c) => (c[TOPIC] = "title: &a [*a]\n"),
    file: TOPIC,
    field: "line 1",
    message: /found the name “&a” for a value/,
    remedy: /Write the value itself/,
  },
  {
    what: "brackets without end",
    change: (c) => (c[TOPIC] = `title: ${"[".repeat(50_000)}`),
    file: TOPIC,
    field: expect.stringMatching(/^(file|line 1)$/),
    message: /./,
    remedy: /./,
  },
  {
    what: "a file of 5 MB",
    change: (c) => (c[ARTICLE].body = "word ".repeat(1_000_000)),
    file: ARTICLE,
    field: "file",
    message: /expected at most 200 KB, found 5001 KB/,
    remedy: /Split it/,
  },
  ...(
    [
      ["- a\n".repeat(2_001), "2000 lines of lists and quotes"],
      ["> a\n\n".repeat(2_001), "2000 lines of lists and quotes"],
      ["[".repeat(2_001), "2000 Markdown and HTML characters in one paragraph"],
      ["a\n===\n".repeat(1_001), "2000 lines in one paragraph"],
      ["# a\n\n".repeat(9_200), "10000 lines"],
      ["> ".repeat(60), "50 levels of lists and quotes in each other"],
    ] as const
  ).map(([body, limit]): Mistake => ({
    what: `what keeps the parsers busy, ${limit}: ${JSON.stringify(body.slice(0, 6))}`,
    change: (c) => (c[ARTICLE].body = body),
    file: ARTICLE,
    field: expect.stringMatching(/^line \d+$/),
    message: new RegExp(`expected at most ${limit}, found more`),
    remedy: /Split it/,
  })),
  ...["constructor", "x".repeat(81)].map((id): Mistake => ({
    what: `a step id that a browser cannot save, ${id.slice(0, 12)}`,
    change: (c) => (c[GUIDE].parts[0].steps[0].id = id),
    file: GUIDE,
    field: "parts[0].steps[0].id",
    message: /expected at most 80 characters, and not “constructor”/,
    remedy: /Permanent id/,
  })),
];

test.each(MISTAKES)("says how to fix $what", (mistake) => {
  expectMistake(mistake);
});

test("leaves joiners in scripts that need them, and tomorrow where it is tomorrow already", () => {
  expect(
    problemsAfter((c) => {
      c[ARTICLE].body += "\n\nPersian “فعال\u200cسازی” is no fault.";
      c[ARTICLE].updated = inDays(1);
    }),
  ).toEqual([]);
});

describe("what is no file of text", () => {
  const problemsWith = (put: (folder: string) => void) =>
    withContentFolder(smallContent(), (folder) => {
      put(folder);
      return checkContent(folder).problems;
    });

  test.each([
    [
      "a folder with the name of a file",
      (folder: string) => mkdirSync(join(folder, "topics/x.yaml")),
      "topics/x.yaml",
      "expected a file, found a folder",
      "Rename or remove the folder.",
    ],
    [
      "a link that leads nowhere",
      (folder: string) => symlinkSync("nowhere", join(folder, "topics/x.yaml")),
      "topics/x.yaml",
      "expected a file, found a link that leads nowhere",
      "Put what it should lead to in its place, or remove it.",
    ],
    [
      "a link to itself",
      (folder: string) => symlinkSync("x.yaml", join(folder, "topics/x.yaml")),
      "topics/x.yaml",
      "expected a file, found a link that leads nowhere",
      "Put what it should lead to in its place, or remove it.",
    ],
    [
      "a link in the place of a collection",
      (folder: string) => {
        rmSync(join(folder, "facts"), { recursive: true });
        symlinkSync("nowhere", join(folder, "facts"));
      },
      "facts",
      "expected a folder, found a link that leads nowhere",
      "Put what it should lead to in its place, or remove it.",
    ],
    [
      "a file with the name of a collection",
      (folder: string) => {
        rmSync(join(folder, "glossary"), { recursive: true, force: true });
        writeFileSync(join(folder, "glossary"), "x");
      },
      "glossary",
      "expected a folder, found a file",
      "Move the file into a folder of this name.",
    ],
  ])("%s", (_, put, file, message, remedy) => {
    expect(problemsWith(put)[0]).toEqual({ file, field: "file", message, remedy });
  });

  test.each([
    ["Windows-1252", Buffer.from("title: Linking\ntext: caf\xe9\n", "latin1"), "line 2", "0xE9"],
    ["UTF-16", Buffer.from("\ufefftitle: Linking\n", "utf16le"), "line 1", "0xFF"],
    ["a sign cut in two", Buffer.from("title: ☃").subarray(0, -1), "line 1", "0xE2"],
  ])("bytes of %s", (_, bytes, field, byte) => {
    expect(problemsWith((folder) => writeFileSync(join(folder, TOPIC), bytes))).toEqual([
      {
        file: TOPIC,
        field,
        message: expect.stringContaining(`expected UTF-8, found the byte ${byte}`),
        remedy: expect.stringContaining("UTF-8"),
      },
    ]);
  });

  test("the command reports a content folder that is a file", () => {
    const run = () =>
      execFileSync("npm", ["run", "--silent", "content:check", "--", "package.json"], {
        encoding: "utf8",
        stdio: "pipe",
      });
    expect(run).toThrow(/There is no folder “package.json”/);
  });
});
