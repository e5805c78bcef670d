import fc from "fast-check";
import type { Nodes } from "mdast";
import { readFileSync, readdirSync } from "node:fs";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";
import { parseMarkdown } from "@/tools/import/parse-markdown";

const parser = unified().use(remarkParse).use(remarkGfm);

/** Blocks without what nobody asks for: lines, columns, and where white space at an end belongs. */
function plain(text: string, blocks: readonly unknown[]) {
  const copy = structuredClone(blocks) as Nodes[];
  for (const block of copy)
    visit(block, (node) => {
      const { start, end } = node.position ?? {};
      if (start && end)
        Object.assign(node, {
          position: [start.offset, text.slice(0, end.offset).trimEnd().length],
        });
      if (node.type === "code") node.meta = node.meta?.trimEnd() ?? null;
      if (node.type === "code" || node.type === "html") node.value = node.value.trimEnd();
    });
  return copy;
}
const expectSame = (text: string) =>
  expect(plain(text, parseMarkdown(text)), JSON.stringify(text)).toEqual(
    plain(text, parser.parse(text).children),
  );

const PIECES = [
  "word ", "Word.", "a", "日本語。", "- ", "1. ", "> ", "  ", "    ", "   ", "\n", "\n", "\n\n", "\n\n", "\n\n", "\n- ", "\n\n- ",
  "\n  - ", "\n1. ", "\n> ", "\n+ ", "- [ ] ", "```", "\n```\n", "\n  ```\n", "\n   ```\n", "\n    ```\n", "\n~~~\n", "\n````\n",
  "- ```\n", "> ```\n> x\n> ```\n", "<div>", "\n<div>\n", "<!--", "-->", "<pre>", "</pre>", "<b>", "`", "*", "**", "_", "\\", "&amp;", "{", "}", "!",
  "[a]", "[a](b)", "![a](b)", "[a][b]", "[^1]", "\n\n[^1]: ", "\n[b]:\nc\n", "\n\n[b]: c\n", "| a | b |\n|-|-|\n| c | d |\n",
  "\n---\n", "\n===\n", "\n# ", "#", "\n* * *\n", "www.a.example ", "a@b.example ", "https://a.example/x ", "\t", "\u00a0", "\n\t \t\n",
]; // prettier-ignore

test("a text in parts has the same blocks as a whole", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
      expectSame(pieces.join(""));
    }),
    { numRuns: 3_000, seed: 17 },
  );
}, 60_000);

test.each(["content/articles", "docs/decisions", "tests/fixtures/import/results/drafts"])(
  "so have the texts of %s",
  (folder) => {
    for (const file of readdirSync(folder)) expectSame(readFileSync(`${folder}/${file}`, "utf8"));
  },
);
