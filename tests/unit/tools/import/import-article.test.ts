import { readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importArticle } from "@/tools/import/import-article";
import { importReport } from "@/tools/import/report";
import { checkContent } from "@/lib/checks/check-content";
import { processorTime, repeated } from "@/tests/fixtures/processor-time";
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

  test("reports what was dropped, with the line of the source", () => {
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

  test("takes its date from the file name and reads front matter that is not valid YAML", () => {
    expect(draft).toContain('title: "Moving Windows: what a new board means"');
    expect(draft).toContain("published: 2022-11-05\n");
    expect(draft).toContain("topics:\n  - hardware-change\n  - windows-10\n");
    expect(told(changed)).toContainEqual(
      expect.stringContaining("front matter that is not valid YAML"),
    );
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

const POSTS = readdirSync(`${FOLDER}/posts`);
const report = (name: string, article: ReturnType<typeof imported>) =>
  `${importReport(article, { source: name, draftFile: `${article.slug}.md`, left: [] })}\n`;

describe("posts as generators write them", () => {
  test.each(POSTS)("%s becomes exactly this draft, and the report has the rest", (name) => {
    const article = imported(name, readFileSync(`${FOLDER}/posts/${name}`, "utf8"));
    const result = (kind: string) => readFileSync(`${FOLDER}/results/${kind}/${name}`, "utf8");
    expect(article.draft).toBe(result("drafts"));
    expect(report(name, article)).toBe(result("reports"));
  });
});

const SOURCES = [
  ...readdirSync(FOLDER).filter((name) => name.endsWith(".md") && name !== "README.md"),
  ...POSTS.map((name) => `posts/${name}`),
];

/** Parts of words in whose middle the source has a link, a tag or an invisible character. */
const SPLIT: Record<string, string[]> = {
  "2022-10-13-jekyll-korean.md": ["에서", "이나", "로도"],
  "wordpress-references.md": ["manu", "facturer"],
};

/** Posts without a tag that is one of our topics. */
const WITHOUT_TOPIC = [
  "plain-text.md",
  "2005-09-11-jekyll-dialogue.md",
  "2015-08-10-jekyll-powershell.md",
  "hexo-chinese-screens.md",
  "hugo-chinese-highlighter.md",
  "2021-03-04-jekyll-german.md",
  "wordpress-classic-mix.md",
];

describe.each(SOURCES)("%s", (path) => {
  const name = path.replace("posts/", "");
  const source = readFileSync(`${FOLDER}/${path}`, "utf8");
  const article = imported(name, source);

  test("no word of the source is missing from both draft and report", () => {
    const result = article.draft + report(name, article);
    const kept = new Set(wordsOf(result));
    const split = SPLIT[name] ?? [];
    expect(wordsOf(source).filter((word) => !kept.has(word))).toEqual(split);
    for (const part of split) expect(result).toContain(part);
  });

  test("the draft has only the problems that the report lists", () => {
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
    };
    const hasTopic = !WITHOUT_TOPIC.includes(name);
    expect(problems.map(({ message }) => message)).toEqual(
      [
        ...(hasTopic ? [] : [/the topic “todo-topics” does not exist/]),
        ...(expected[name] ?? []),
      ].map((pattern) => expect.stringMatching(pattern)),
    );
  });
});

/** Words as a reader sees them: escapes and signs do not count. Chinese has no spaces between its words. */
function wordsOf(text: string): string[] {
  return (
    text
      .replace(/\\/g, "")
      .replace(/\p{Script=Han}/gu, " $& ")
      .match(/[\p{L}\d]+/gu) ?? []
  );
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

/** What an import makes of a body, without the last line break. */
const textOf = (markdown: string) => body(markdown).text;
const why = (markdown: string) =>
  [...body(markdown).dropped, ...body(markdown).changed].map(({ what }) => what);

describe("advertising", () => {
  test.each([
    "This post may contain affiliate links.",
    "If you buy through our links, we may earn a small commission at no extra cost to you.",
    "Some links are paid: I get a share of the price when you order.",
    "As an Amazon Associate I earn from qualifying purchases.",
    "Disclosure: this article was sponsored by a maker of keys.",
    "Our site is reader-supported; we receive compensation for purchases made through links.",
    "I get a kickback when you buy one.",
    "Full disclosure: the links below are referral links.",
    "Mit Sternchen markierte Links sind Affiliate-Links: Wir erhalten eine kleine Provision.",
    "Cet article contient des liens affiliés: nous touchons une commission sur chaque achat.",
    "Este artículo contiene enlaces de afiliados; recibimos una comisión por cada compra.",
    "本文包含联盟链接，通过链接购买我们会获得佣金。",
    "When you purchase something via a link on our site, it helps us.",
    "We may get a small kickback.",
    "I was given a free license in exchange for an honest opinion.",
    "If you click a link and buy something, the blog gets a cut.",
    "When you use my link, I am rewarded with credit.",
    "Advertiser disclosure: we are paid by some vendors.",
    "Note: I earn from purchases.",
    "Transparenz: Dieser Beitrag enthält Werbung.",
    "Cet article peut contenir des liens affiliés.",
    "Questo articolo contiene link di affiliazione.",
    "Este post contém links de afiliados.",
    "Artykuł zawiera linki partnerskie.",
    "В статье есть партнёрские ссылки.",
    "当サイトはアフィリエイト広告を利用しています。",
    "이 포스팅은 쿠팡 파트너스 활동의 일환으로, 이에 따른 일정액의 수수료를 제공받습니다.",
  ])("goes: %s", (sentence) => {
    expect(textOf(`Text before.\n\n${sentence}\n\nText after.`)).toBe(
      "Text before.\n\nText after.",
    );
    const long =
      "Windows keeps the license with the board, and the account only remembers which one.";
    expect(textOf(`${long} ${sentence} ${long}`)).toBe(`${long} ${long}`);
    expect(why(sentence)).toContain("advertising");
  });

  test.each([
    "Microsoft is not affiliated with this site.",
    "You can buy a license from Microsoft and receive a key by mail.",
    "Click the link in the mail that Microsoft sends to you.",
    "The provisioning package costs nothing and links the device.",
    "You may earn points in Microsoft Rewards when you sign in.",
    "The device gets a short name, and Windows is paid for once.",
  ])("stays: %s", (sentence) => {
    expect(textOf(sentence)).toBe(sentence);
  });
});

describe("what was lost before", () => {
  test.each([
    [
      "a link with a space in it",
      "See [this page](https://a.example/a b.html) now.",
      "See this page now.",
    ],
    ["a link that is not closed", "See [this page](https://a.example/x", "See this page"],
    ["a name that no line explains", "See [this page][gone] now.", "See this page now."],
  ])("%s keeps its words and is noted", (_, source, expected) => {
    expect(textOf(source)).toBe(expected);
    expect(why(source)).toContain("broken link");
  });

  test.each([
    ["two spaces at the end of a line", "One  \ntwo", "One\\\ntwo"],
    ["an element", "One<br>two<br/>\nthree", "One\\\ntwo\\\nthree"],
    ["two of them are a paragraph", "One<br><br>two", "One\n\ntwo"],
    ["none at the end", "One<br>\n\ntwo<br>", "One\n\ntwo"],
    ["in a table they are spaces", "|a|b|\n|-|-|\n|c<br>d|e|", "|a|b|\n|-|-|\n|c d|e|"],
  ])("hard line breaks stay: %s", (_, source, expected) => {
    expect(textOf(source)).toBe(expected);
  });

  test("a heading that repeats the title goes at any depth", () => {
    for (const depth of [1, 2, 3, 4])
      expect(textOf(`${"#".repeat(depth)} Some *Title*\n\nText.`)).toBe("Text.");
  });

  test("a heading is dropped with everything below it, subsections included", () => {
    const farm = ["a", "b", "c"].map((name) => `- [${name}](https://${name}.example)`).join("\n");
    expect(textOf(`Text.\n\n## Partners\n\n### Ours\n\n${farm}\n\n## Next\n\nMore.`)).toBe(
      "Text.\n\n## Next\n\nMore.",
    );
    expect(textOf(`## Empty from the start\n\n## Next\n\nMore.`)).toBe(
      "## Empty from the start\n\n## Next\n\nMore.",
    );
  });

  test("a sentence around one link, in a script without spaces, is not taken for a link farm", () => {
    expect(textOf("请参阅[这篇文章](https://a.example)了解激活。")).toBe(
      "请参阅这篇文章了解激活。",
    );
    const items = ["一", "二", "三"]
      .map((n) => `- 第${n}步[打开](https://a.example)设置`)
      .join("\n");
    expect(textOf(items)).toBe(items.replaceAll(/\[(.*?)\]\(.*?\)/g, "$1"));
  });

  test.each([
    ["Über Schlüssel und Größe", "ueber-schluessel-und-groesse"],
    ["L'activation de Windows : problèmes", "lactivation-de-windows-problemes"],
    ["Активация Windows: ключ", "aktivatsiya-windows-klyuch"],
    ["Łódź i Ångström", "lodz-i-aangstroem"],
    ["激活 Windows 11", "windows-11"],
    ["激活", "x"],
  ])("“%s” gets the address %s", (title, slug) => {
    expect(imported("x.md", `---\ntitle: "${title}"\n---\nText.`).slug).toBe(slug);
  });
});

describe("what posts of other sites showed", () => {
  test.each([
    ["a listing in a list keeps its indent", "- a\n\n      b\n", "- a\n\n  ```\n  b\n  ```"],
    ["and in a quote its signs", ">     b\n>     c", "> ```\n> b\n> c\n> ```"],
    [
      "code in a list is code",
      "1. a\n\n    ```\n    <br> {{ a }}\n    ```",
      "1. a\n\n    ```\n    <br> {{ a }}\n    ```",
    ],
    ["a brace behind an image is escaped", "![](a.png){ b", "\\{ b"],
    ["a break on a line of its own", "a\n<br />\nb", "a\\\nb"],
    ["a break that begins a paragraph goes", "a\n\n<br />\nb", "a\n\nb"],
    ["words that MDX takes for code", "a\n\nimport b\n\nexport c", "a\n\n import b\n\n export c"],
    ["but not in a listing", "```\nimport b\n```", "```\nimport b\n```"],
    ["a heading without a space", "##One\n\n#two", "## One\n\n#two"],
    [
      "an address without a link, up to its end",
      'see "http://a.example/b"和{c}',
      'see ""和\\{c\\}',
    ],
    [
      "braces around such an address",
      '[A(x = "http://a.example")]\\\n{b}',
      '[A(x = "")]\\\n\\{b\\}',
    ],
    ["characters that nobody sees", "a\u200bb\u0008c\u0099", "abc™"],
  ])("%s", (_, source, expected) => {
    expect(textOf(source)).toBe(expected);
  });

  test("comments behind quotes and empty fields are reported", () => {
    const { dropped } = imported(
      "x.md",
      "---\ntitle: 'T' # one\ntags:\ncategories: []\n---\nText.",
    );
    expect(dropped).toEqual([
      expect.objectContaining({ line: 2, what: "comment", text: "# one" }),
      expect.objectContaining({ line: 3, what: "front matter: tags", why: "It is empty." }),
      expect.objectContaining({ line: 4, what: "front matter: categories", why: "It is empty." }),
    ]);
  });
});

describe("front matter that is not a list of texts", () => {
  test("a list that contains itself becomes YAML", () => {
    const { draft } = imported("x.md", "---\ntitle: T\ntags: &a [*a, linking]\n---\nText.");
    expect(draft).toContain("topics:\n  - linking\n");
  });

  test("a title that is a map becomes text", () => {
    const { draft, changed } = imported("x.md", "---\ntitle: {en: One, de: Eins}\n---\nText.");
    expect(draft).toContain('title: "en: One de: Eins"');
    expect(told(changed)).toContain("2 front matter: title");
  });
});

describe("files that could keep a parser busy", () => {
  const source = (piece: string, length: number) =>
    `---\ntitle: T\n---\n${repeated(piece, length)}x`;
  function time(text: string): number {
    const work = () => imported("x.md", text);
    const took = processorTime(work, 1);
    // Once more where other work of this process (collecting its garbage) may have counted.
    return took < 2_000 ? took : Math.min(took, processorTime(work, 1));
  }
  /** Four times as much may take eight times as long, never sixteen; what takes a moment is not compared. */
  const expectLinear = (piece: string, length: number) => {
    const quarter = Math.max(time(source(piece, length / 4)), 100);
    expect(time(source(piece, length)), JSON.stringify(piece)).toBeLessThan(8 * quarter);
  };

  const PIECES = [
    "<a href=", '<a href="x">y', '<a href="x">y</a> ', '<div class="ad">', "<div", "</div>", "<script>",
    "<!--", "<!-- a -->", "<b>", "<b>x</b>", "<li>", "<pre>", "<table><tr><td>", "<figure>", "<br>", "<",
    "{{", "{{ a }}", "{{< a", "{% a", "{% codeblock %}", "{:", "# {#", "[caption]", "[embed]", "[a](", "[a]",
    "![", "[", "[x]: y\n", "```\n", "`", "`a ", "``a", "~", "*a ", "> ", "- ", "\n", " ", "&nbsp;", "é", "。",
    "---\n", "+++\n", "a: b\n", "- a: b\n", "- a\n", "1. a\n\n   b\n\n", "| a | b |\n", "# a\n", "a\\\n", "<p>a</p>\n\n",
    "a\n\n", "www.a.b ", "a@b.c ", "https://a.example/x ", "word ", "Word. ", "buy via links we earn ", "thank ",
    "> a\n\n", "- a\n  - b\n    - c\n", "a\n\n- b\n\n", "| a | b |\n|---|---|\n| c | d |\n\n", "===\n", "[^1]: a\n\n[^1] b\n\n",
    "# a\n\nb\n\n", "![a](b.png)\n\n", "Windows **keeps** [it](https://a.example/x).\n\n", "{{a}} b\n\n",
  ]; // prettier-ignore

  test.each(PIECES)("1 MB of %j takes less than 5 s", (piece) => {
    expect(time(source(piece, 1_000_000))).toBeLessThan(5_000);
  });

  test("what the Markdown parser reads, too", () => {
    for (const piece of [
      "Windows **keeps** [it](https://a.example/x).\n\n",
      "plain words\n\n",
      "- some words of an item\n",
    ])
      expectLinear(piece, 80_000);
  });

  test("any mixture of them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES, "\n\n", "word "), { minLength: 2, maxLength: 12 }),
        (pieces) => expectLinear(pieces.join(""), 40_000),
      ),
      { seed: 17, numRuns: 6, endOnFailure: true },
    );
  }, 120_000);

  test("a megabyte of scripts around an article is no obstacle", () => {
    const { draft } = imported(
      "x.md",
      `${repeated("<script>let a;</script>\n", 1_000_000)}\n\nText.`,
    );
    expect(draft.endsWith("\nText.\n")).toBe(true);
  });

  test("a megabyte of paragraphs is imported, with the advice to split it", () => {
    const text =
      repeated("Some words of **one** line.\n\n", 100_000) + repeated("Words.\n\n", 900_000);
    const { text: draft, changed, claims } = body(text);
    expect(draft).toBe(text.trim());
    expect(told(changed)).toEqual(["1 too much for an article"]);
    expect(claims).toEqual([]);
  });

  test("what has too much Markdown is kept as text, in its lists and quotes", () => {
    const long = `> - ${"[a](https://a.example) {*b*} ".repeat(500)}`.trim();
    const { text, changed } = body(`First *line*.\n\n${long}\n\n[Last](https://a.example) line.`);
    expect(text).toBe(`First *line*.\n\n${long.replace(/[[\]*{}]/g, "\\$&")}\n\nLast line.`);
    expect(told(changed)).toEqual([
      "1 too much for an article",
      "6 too much Markdown",
      "8 outside link",
    ]);
    expect(changed[1]?.why).toContain(
      "expected at most 2000 Markdown and HTML characters in one paragraph, found more",
    );
  });

  test("front matter of a megabyte", () => {
    for (const fields of [
      repeated("- a\n", 1_000_000),
      repeated("a: b\n", 1_000_000),
      repeated("[", 1_000_000),
    ])
      expect(
        processorTime(
          () =>
            expect(() => imported("x.md", `---\ntitle: T\n${fields}\n---\nText.`)).toThrow(
              "expected at most 50 KB of front matter, found 1001 KB",
            ),
          1,
        ),
      ).toBeLessThan(5_000);
  });
});
