import { expect, test } from "vitest";
import {
  expectMistake,
  problemsAfter,
  type Mistake,
  type SmallContent,
} from "@/tests/fixtures/small-content";

const GUIDE = "guides/link.yaml";
const MESSAGE = "messages/linked.yaml";
const ARTICLE = "articles/what-linking-does.md";

const write = (text: string) => (c: SmallContent) => (c[ARTICLE].body += `\n\n${text}`);
const FORBIDDEN: [what: string, text: string, message: RegExp, remedy: RegExp][] = [
  ["an expression in a line", "Two is {1 + 1}.", /holds no code/, /write \\\{/i],
  ["an expression of its own", "{alert(1)}", /holds no code/, /Remove the \{ \}/],
  ["an import", 'import x from "y"', /holds no code/, /Remove the \{ \} or the import/],
  ["HTML", "<div>Text</div>", /<div> is HTML/, /Write Markdown, or use one of the components/],
  ["HTML in a line", "Press <kbd>Win</kbd>.", /<kbd> is HTML/, /components: Only/],
  ["an unknown component", "<Video />", /component <Video> does not exist/, /components: Only/],
  ["a mistyped component", '<fact id="link-works" />', /<fact> does not exist/, /mean <Fact>\?/],
  ["an image", "![a](/x.png)", /images are not part/, /in words.*content\/settings-pages/],
  ["an image as a reference", "![a][b]\n\n[b]: /guides", /images are not part/, /in words/],
  ["a heading of level 1", "# Title", /found one of level 1/, /Write ## or ###/],
  ["a heading of level 4", "#### Deep", /found one of level 4/, /Write ## or ###/],
  ["an open component", 'Text <Only windows="11">', /not readable as Markdown/, /Close every/],
  ["a brace that is meant", "Type { here", /not readable as Markdown/, /write \\< or \\\{/],
  [
    "an unknown attribute",
    '<Fact id="link-works" title="x" />',
    /<Fact> has no attribute “title”; it knows: id/,
    /<Fact id="link-pre-admin" \/>/,
  ],
  ["an attribute on a component without any", '<Warning level="2">A</Warning>', /none/, /article/],
  ["a missing attribute", "Press <Keys />.", /<Keys> lacks its attribute “press”/, /Win\+I/],
  ["an empty attribute", 'Press <Keys press="" />.', /lacks its attribute “press”/, /Win\+I/],
  ["code as an attribute", "<Keys press={keys} />", /code in \{ \}/, /<Keys press="Win\+I" \/>/],
  ["spread attributes", "<Keys {...keys} />", /code in \{ \}/, /Keys press/],
  ["a component without its text", "<Warning></Warning>", /has no text inside/, /A warning/],
  ["a text in a component", '<Keys press="a">b</Keys>', /takes no text inside/, /Keys press/],
  [
    "another version of Windows",
    '<Only windows="12" alone>A</Only>',
    /expected windows="10" or windows="11", found “12”/,
    /Text for one Windows version/,
  ],
];

test.each(FORBIDDEN)("says how to fix %s", (what, text, message, remedy) => {
  expectMistake({ what, change: write(text), file: ARTICLE, field: "body", message, remedy });
});

test("a long text says in which line", () => {
  const [problem] = problemsAfter(
    (c) => (c[ARTICLE].body = 'One. <Fact id="link-works" />\n\nTwo.\n\n{three}'),
  );
  expect(problem?.message).toBe("content holds no code (line 5 of the text)");
});

const OUTSIDE_ARTICLES: Mistake[] = [
  {
    what: "a heading in a field",
    change: (c) => (c[MESSAGE].meaning = "## Meaning\n\nIt is linked."),
    file: MESSAGE,
    field: "meaning",
    message: /headings are for articles only/,
    remedy: /Remove the heading/,
  },
  {
    what: "code deep in a guide",
    change: (c) => (c[GUIDE].parts[0].steps[0].question.answers[1].label = "{answer}"),
    file: GUIDE,
    field: "parts[0].steps[0].question.answers[1].label",
    message: /holds no code/,
    remedy: /Remove/,
  },
  {
    what: "code in the second text of a list",
    change: (c) => (c[MESSAGE].next = ["Good.", "{bad}"]),
    file: MESSAGE,
    field: "next[1]",
    message: /holds no code/,
    remedy: /Remove/,
  },
  {
    what: "code in the advice of an error code",
    change: (c) => (c["errors/0xc004f211.yaml"].advice.first = "{bad}"),
    file: "errors/0xc004f211.yaml",
    field: "advice.first",
    message: /holds no code/,
    remedy: /Remove/,
  },
];

test.each(OUTSIDE_ARTICLES)("says how to fix $what", (mistake) => {
  expectMistake(mistake);
});

const NO_COUNTERPART: [what: string, text: string, missing: string][] = [
  ["in a line", 'Open <Only windows="11">System</Only> now.', "10"],
  ["as a block", '<Only windows="10">\nOpen it.\n</Only>\n\nThen go on.', "11"],
  ["in a list", '- One\n- <Only windows="11">Two</Only> and more', "10"],
  ["in emphasis", '**<Only windows="11">Two</Only> and more**', "10"],
  ["in a warning", '<Warning>\nMind <Only windows="10">this</Only> well.\n</Warning>', "11"],
  ["in a quote", '> Open <Only windows="10">this</Only> now.', "11"],
  ["apart from the other", '<Only windows="11">A</Only> and <Only windows="10">B</Only> c', "10"],
];

test.each(NO_COUNTERPART)(
  "a text for one Windows version %s needs its counterpart",
  (_, text, missing) => {
    const problems = problemsAfter(write(text));
    expect(problems[0]).toMatchObject({ file: ARTICLE, field: "body" });
    expect(problems[0]?.message).toMatch(`has no counterpart for Windows ${missing}`);
    expect(problems[0]?.remedy).toMatch(
      /Put the <Only> of the other version right after it.*alone/,
    );
  },
);

test("two texts for the same version do not count as counterparts", () => {
  const problems = problemsAfter(
    write('<Only windows="11">A</Only> <Only windows="11">B</Only> c'),
  );
  expect(problems).toHaveLength(2);
});

test.each([
  ["right after each other", 'Open <Only windows="11">A</Only><Only windows="10">B</Only>.'],
  ["parted by a space", 'Open <Only windows="10">A</Only> <Only windows="11">B</Only>.'],
  ["as blocks", '<Only windows="11">\nA\n</Only>\n\n<Only windows="10">\nB\n</Only>'],
  ["marked as standing alone", 'Open <Only windows="11" alone>A</Only>.'],
])("texts for both versions may stand %s", (_, text) => {
  expect(problemsAfter(write(text))).toEqual([]);
});

test("a text for one version does not stand inside that for another", () => {
  expectMistake({
    what: "nested",
    change: write(
      '<Only windows="11">A <Only windows="10" alone>B</Only></Only><Only windows="10">C</Only>',
    ),
    file: ARTICLE,
    field: "body",
    message: /an <Only> stands inside another <Only>/,
    remedy: /Close the outer one first/,
  });
});

test("Markdown, tables, commands and every component are accepted", () => {
  const text = [
    "**Bold**, _italic_, `code`, 1 \\< 2, \\{brace}.",
    "### Deeper",
    "| a | b |\n| - | - |\n| 1 | 2 |",
    "```cmd\nslmgr /dli\n```",
    'Press <Keys press="Win+I" />, open <SettingsPath to="activation" />, read <Message id="linked" />.',
    '<Warning>\nChoose <EitherLabel one="Add" other="Add it" />. <Fact id="link-works" />\n</Warning>',
  ].join("\n\n");
  expect(problemsAfter(write(text))).toEqual([]);
});
