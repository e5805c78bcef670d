import { describe, expect, it } from "vitest";
import { validateFiles, type CheckedFile } from "@/lib/checks/validate-files";
import { checkAcrossFiles } from "@/lib/checks/check-across-files";
import { CaseTree } from "@/lib/schema/case-tree";

const answer = (to: string, more: object = {}) => ({
  id: `to-${to.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")}`,
  label: `I see ${to}`,
  to,
  ...more,
});

const question = (slug: string, answers: object[], more: object = {}) => ({
  file: `cases/${slug}.yaml`,
  collection: "cases",
  slug,
  value: {
    title: `What about ${slug}?`,
    description: `About ${slug}.`,
    published: "2026-11-21",
    updated: "2026-11-21",
    reviewed: "2026-11-21",
    topics: ["licenses"],
    facts: ["a-fact"],
    look: "Look at the case.",
    answers,
    ...more,
  },
});

/** What the questions rest on, so that nothing but their own shape is in question. */
const ROUND = [
  {
    file: "facts/a.yaml",
    collection: "facts",
    slug: "a",
    value: {
      about: "Facts.",
      facts: [
        {
          id: "a-fact",
          statement: "A fact.",
          grade: "confirmed",
          sources: ["https://learn.microsoft.com/a"],
          checked: "2026-11-21",
        },
      ],
    },
  },
  {
    file: "publishers.yaml",
    collection: "publishers",
    slug: "publishers",
    value: {
      publishers: [{ domain: "learn.microsoft.com", name: "Microsoft Learn", kind: "microsoft" }],
    },
  },
  {
    file: "topics/licenses.yaml",
    collection: "topics",
    slug: "licenses",
    value: {
      title: "Licenses",
      description: "Licenses.",
      published: "2026-11-21",
      updated: "2026-11-21",
      reviewed: "2026-11-21",
      related: [],
      text: "Licenses.",
    },
  },
];

function problemsOf(...questions: ReturnType<typeof question>[]) {
  const { checked, problems } = validateFiles([...questions, ...ROUND]);
  return problems.length > 0 ? problems : checkAcrossFiles(checked as CheckedFile[]);
}

const END = [answer("/messages"), answer("/errors")];

describe("the questions of “Which case am I?”", () => {
  it("may be a tree whose ways all end in a page", () => {
    expect(problemsOf(question("first", [answer("/start/b"), ...END]), question("b", END))).toEqual(
      [],
    );
  });

  it("may share a question between two ways", () => {
    expect(
      problemsOf(
        question("first", [answer("/start/b"), answer("/start/c")]),
        question("b", [answer("/start/c"), ...END]),
        question("c", END),
      ),
    ).toEqual([]);
  });

  it("lead to pages and anchors that exist", () => {
    expect(
      problemsOf(question("first", [answer("/start/nowhere"), answer("/messages#not-there")])),
    ).toMatchObject([
      { field: "answers[0].to", message: expect.stringContaining("/start/nowhere") },
      { field: "answers[1].to", message: expect.stringContaining("#not-there") },
    ]);
  });

  it("never form a cycle", () => {
    const problems = problemsOf(
      question("first", [answer("/start/b"), ...END]),
      question("b", [answer("/start/c"), ...END]),
      question("c", [answer("/start/b"), ...END]),
    );
    expect(problems.map(({ file }) => file)).toEqual(["cases/b.yaml", "cases/c.yaml"]);
    expect(problems[0]?.message).toContain("cycle");
  });

  it("are all reachable from the first", () => {
    expect(problemsOf(question("first", END), question("lost", END))).toMatchObject([
      { file: "cases/lost.yaml", message: "no answer leads to this question" },
    ]);
    expect(problemsOf(question("b", END))).toMatchObject([
      { message: expect.stringContaining("there is no first question") },
    ]);
  });

  it("are at most seven in a row", () => {
    const row = (count: number) =>
      Array.from({ length: count }, (_, i) =>
        question(i === 0 ? "first" : `q${i}`, [
          ...END,
          ...(i < count - 1 ? [answer(`/start/q${i + 1}`)] : []),
        ]),
      );
    expect(problemsOf(...row(7))).toEqual([]);
    expect(problemsOf(...row(8))).toMatchObject([
      { file: "cases/q7.yaml", message: expect.stringContaining("number 8") },
    ]);
  });

  it("never take another page's address", () => {
    const problems = problemsOf(
      question("first", [answer("/start/map"), ...END]),
      question("map", END),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({ file: "cases/map.yaml", field: "file name" }),
    );
  });

  it("do not lead to the map, which answers nothing", () => {
    expect(problemsOf(question("first", [answer("/start/map"), ...END]))).toMatchObject([
      { field: "answers[0].to", message: expect.stringContaining("map of all questions") },
    ]);
  });

  it("have labels without a link inside, since the label is the link", () => {
    for (const label of ["See [this](/messages)", 'A claim <Fact id="a-fact" />'])
      expect(
        problemsOf(question("first", [answer("/errors", { label }), ...END.slice(0, 1)])),
      ).toMatchObject([{ field: "answers[0].label" }]);
  });

  it("have no duplicate answer ids", () => {
    expect(
      problemsOf(question("first", [answer("/errors"), answer("/messages", { id: "to-errors" })])),
    ).toMatchObject([{ field: "answers[1].id" }]);
  });

  it("ask, and offer two to six answers", () => {
    expect(problemsOf(question("first", END, { title: "Not a question" }))).toMatchObject([
      { field: "title", message: expect.stringContaining("question mark") },
    ]);
    expect(problemsOf(question("first", [answer("/errors")]))).toMatchObject([
      { field: "answers" },
    ]);
    expect(
      problemsOf(
        question(
          "first",
          Array.from({ length: 7 }, (_, i) => answer("/errors", { id: `a${i}` })),
        ),
      ),
    ).toMatchObject([{ field: "answers" }]);
  });

  it("rest on a fact", () => {
    expect(problemsOf(question("first", END, { facts: [] }))).toMatchObject([{ field: "facts" }]);
  });

  it("may be drafts, to which no published answer leads", () => {
    expect(problemsOf(question("first", END), question("later", END, { draft: true }))).toEqual([]);
    expect(
      problemsOf(
        question("first", [answer("/start/later"), ...END]),
        question("later", END, { draft: true }),
      ),
    ).toMatchObject([{ field: "answers[0].to", message: expect.stringContaining("draft") }]);
  });
});

describe("CaseTree", () => {
  const node = (address: string, ...to: string[]) => ({
    address,
    answers: to.map((target) => ({ to: target })),
  });
  const a = node("/a", "/b", "/c");
  const b = node("/b", "/d", "/page");
  const c = node("/c", "/d", "/d");
  const d = node("/d", "/e");
  const e = node("/e", "/page");
  const tree = new CaseTree([a, b, c, d, e]);

  it("knows the way back for as long as there is only one", () => {
    expect(tree.wayTo(b)).toEqual([a]);
    expect(tree.wayTo(d)).toEqual([]);
    expect(tree.wayTo(e)).toEqual([d]);
    expect(tree.previousOf(d)).toEqual([b, c]);
  });

  it("counts the longest way", () => {
    expect([a, b, d, e].map((one) => tree.depthOf(one))).toEqual([1, 2, 3, 4]);
  });

  it("ends also in a circle", () => {
    const x = node("/x", "/y");
    const y = node("/y", "/x");
    const circle = new CaseTree([x, y]);
    expect(circle.reachableFrom(x)).toContain(x);
    expect(circle.wayTo(x)).toEqual([x, y]);
  });
});
