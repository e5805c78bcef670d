import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { importArticle } from "@/tools/import/import-article";
import { importReport } from "@/tools/import/report";
import { checkContent } from "@/lib/checks/check-content";
import { smallContent, withContentFolder } from "@/tests/fixtures/small-content";

const FOLDER = "tests/fixtures/import";
const TOPICS = ["linking", "windows-10", "windows-11", "hardware-change"];

/** What an import makes of a fixture, or of a body written here. */
function imported(name: string, source = readFileSync(`${FOLDER}/${name}`, "utf8")) {
  return importArticle(source, { fileName: name, today: "2026-11-21", knownTopics: TOPICS });
}
const body = (markdown: string) => {
  const article = imported("x.md", `---\ntitle: Some title\n---\n${markdown}`);
  return { ...article, text: article.draft.split("\n---\n\n")[1]?.trim() };
};
const told = (notes: readonly { line: number; what: string }[]) =>
  notes.map(({ line, what }) => `${line} ${what}`);

describe("an article of a Hexo link farm", () => {
  const { draft, dropped, claims, slug } = imported("hexo-link-farm.md");

  test("keeps title, dates, topics and words", () => {
    expect(slug).toBe("how-to-tie-your-windows-key");
    expect(draft).toContain(
      "title: How to Tie Your Windows Key to an Online Account, Step by Step",
    );
    expect(draft).toContain("published: 2023-03-14\n");
    expect(draft).toContain("updated: 2023-05-02\n");
    expect(draft).toContain("topics:\n  - windows-10\n  - windows-11\n");
    expect(draft).toContain("  - tie windows key\n  - windows account\n");
    expect(draft).toContain("draft: true");
  });

  test("has the text and nothing else", () => {
    expect(draft.split("\n---\n\n")[1]).toBe(
      [
        "Windows keys are always stored in your account. It takes 5 minutes.",
        "## Before you begin",
        "Is your PC online? You need a password \\{of any length\\} with \\< 20 characters.",
        "Read [Microsoft's page](https://support.microsoft.com/windows/activation) or this other guide for more. Then open **Settings** and click `Accounts`.",
        '1. Click Start > Settings > Accounts.\n2. Choose "Sign in" and log in.',
        "## Why do it",
        "Nobody regrets it.\n",
      ].join("\n\n"),
    );
  });

  test("tells what was dropped, with the line of the source", () => {
    expect(told(dropped)).toEqual([
      "2 comment",
      "3 front matter: title",
      "6 front matter: tags",
      "10 front matter: categories",
      "14 front matter: excerpt",
      "16 front matter: thumbnail",
      "19 ad script",
      "20 ad",
      "22 ad script",
      "26 heading",
      "30 image",
      "32 tracking pixel",
      "38 ad block",
      "46 affiliate link",
      "51 heading",
      "53 link farm",
      "54 link farm",
      "60 “also read” link",
      "62 ad",
      "64 “also read” line",
      "66 link farm",
      "67 link farm",
      "68 link farm",
    ]);
  });

  test("lists claims and steps with their lines in the draft, and leaves questions out", () => {
    const lines = draft.split("\n");
    expect(claims.map(({ sentence }) => sentence)).toEqual([
      "Windows keys are always stored in your account.",
      "It takes 5 minutes.",
      "You need a password {of any length} with < 20 characters.",
      "Read Microsoft's page or this other guide for more.",
      "Then open Settings and click Accounts.",
      "Click Start > Settings > Accounts.",
      'Choose "Sign in" and log in.',
    ]);
    expect(claims.map(({ kind }) => kind)).toEqual([
      ...Array(4).fill("statement"),
      ...Array(3).fill("step"),
    ]);
    for (const { line, sentence } of claims)
      expect(lines[line - 1]).toContain(sentence.split(" ")[0]);
  });
});

describe("a Jekyll post", () => {
  const { draft, dropped, changed } = imported("2022-11-05-jekyll-post.md");

  test("takes its date from the file name and reads front matter that is no YAML", () => {
    expect(draft).toContain('title: "Moving Windows: what a new board means"');
    expect(draft).toContain("published: 2022-11-05\n");
    expect(draft).toContain("topics:\n  - hardware-change\n  - windows-10\n");
    expect(told(changed)).toContainEqual(expect.stringContaining("front matter that is no YAML"));
  });

  test("turns Liquid into Markdown and leaves listings alone", () => {
    expect(draft).toContain("Braces stay \\{here\\}.");
    expect(draft).toContain(
      "```powershell\nGet-CimInstance <Thing> | Where { $_.Key }\n<script>not a script</script>\n```",
    );
    expect(draft).toContain("> Quoted words of wisdom.");
    expect(draft).toContain("```\nindented listing\nof two lines\n```");
    expect(draft).toContain("`{% code %}` stays as it is");
    expect(draft).toContain("## Deep Title\n");
    expect(draft).toContain("### Very deep heading\n");
  });

  test("drops what embeds and advertises", () => {
    for (const what of [
      "tag include",
      "tag youtube",
      "iframe",
      "advertising",
      "attributes",
      "variable",
      "outside link",
    ])
      expect(told(dropped)).toContainEqual(expect.stringMatching(new RegExp(`^\\d+ ${what}$`)));
  });
});

describe.each(readdirSync(FOLDER))("%s", (name) => {
  const source = readFileSync(`${FOLDER}/${name}`, "utf8");
  const article = imported(name);

  test("no word of the source is missing from both draft and report", () => {
    const report = importReport(article, { source: name, draftFile: "x", left: [] });
    const kept = new Set(wordsOf(article.draft + report));
    expect(wordsOf(source).filter((word) => !kept.has(word))).toEqual([]);
  });

  test("the draft has no problem but those that the report lists", () => {
    const content = smallContent();
    for (const topic of TOPICS.slice(1))
      content[`topics/${topic}.yaml`] = {
        ...content["topics/linking.yaml"],
        title: topic,
        description: topic,
      };
    content[`articles/${article.slug}.md`] = article.draft;
    const problems = withContentFolder(
      content,
      (folder) => checkContent(folder, "2026-11-21").problems,
    );
    const expected: Record<string, RegExp[]> = {
      "2022-11-05-jekyll-post.md": [/switch off the virus protection/],
      // No tag, no topic.
      "plain-text.md": [/the topic “todo-topics” does not exist/],
    };
    expect(problems.map(({ message }) => message)).toEqual(
      (expected[name] ?? []).map((pattern) => expect.stringMatching(pattern)),
    );
  });
});

/** Words as a reader sees them: escapes and signs do not count. */
function wordsOf(text: string): string[] {
  return text.replace(/\\/g, "").match(/[\p{L}\d]+/gu) ?? [];
}

describe("bodies", () => {
  test.each([
    [
      "a link to Microsoft stays",
      "See [this](https://learn.microsoft.com/x).",
      "See [this](https://learn.microsoft.com/x).",
    ],
    [
      "an automatic link to Microsoft gets words",
      "See <https://learn.microsoft.com/x>.",
      "See [https://learn.microsoft.com/x](https://learn.microsoft.com/x).",
    ],
    ["another link loses its address", "See [this](https://a.example).", "See this."],
    ["code is no tag", "Write `<b>` and `{% x %}`.", "Write `<b>` and `{% x %}`."],
    ["a comparison is no tag", "1 < 2 and {x}", "1 \\< 2 and \\{x\\}"],
    ["a heading of the first level goes down", "# One\n\n## Two", "## One\n\n### Two"],
    [
      "HTML becomes Markdown",
      "<p>A <b>b</b> <em>c</em></p>\n<ul>\n  <li>d</li>\n</ul>",
      "A **b** _c_\n\n- d",
    ],
    ["boxes inside an ad box go with it", '<div class="ad"><div>x</div></div>\n\nText', "Text"],
    ["an “also read” line goes", "Text\n\n**Also read:** [A](https://a.example)", "Text"],
    ["a list of our kind stays", "- a [b](https://b.example)\n- c\n- d", "- a b\n- c\n- d"],
  ])("%s", (_, source, expected) => {
    expect(body(source).text).toBe(expected);
  });

  test("Windows line ends and the invisible mark at the beginning make no difference", () => {
    const source = readFileSync(`${FOLDER}/hexo-link-farm.md`, "utf8");
    expect(imported("x.md", `\uFEFF${source.replaceAll("\n", "\r\n")}`)).toEqual(
      imported("x.md", source),
    );
  });

  test("an empty file gives a draft with everything left to write", () => {
    const { draft, slug } = imported("empty.md", "");
    expect(slug).toBe("empty");
    expect(draft).toContain("TODO body of empty");
  });
});
