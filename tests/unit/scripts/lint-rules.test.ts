import { ESLint } from "eslint";
import { expect, test } from "vitest";

const eslint = new ESLint({ cwd: process.cwd() });

/** The messages of our own settings for a file that need not exist. */
async function lint(filePath: string, code: string) {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map((message) => `${message.ruleId}: ${message.message}`);
}

const use = (source: string) => `import { thing } from "${source}";\nthing();\n`;

test.each([
  ["app/page.tsx", "@/components/layout/header"],
  ["app/page.tsx", "@/lib/content/articles"],
  ["app/guides/page.tsx", "./parts"],
  ["components/guide/step.tsx", "@/lib/search/ranking"],
  ["lib/content/articles.ts", "contentlayer/generated"],
  ["lib/search/search.ts", "minisearch"],
  ["browser/search.ts", "@/lib/search/search"],
  ["browser/search.ts", "./dialog"],
  ["browser/search.ts", "@github/combobox-nav"],
  ["scripts/build-browser.ts", "@/browser/search"],
  ["tests/unit/browser/search.test.ts", "@/browser/search"],
  ["contentlayer.config.ts", "./lib/schema/documents"],
])("%s may import %s", async (file, source) => {
  expect(await lint(file, use(source))).toEqual([]);
});

test.each([
  ["lib/search/search.ts", "@/components/ui/button", "one way"],
  ["lib/search/search.ts", "../../components/ui/button", "one way"],
  ["lib/search/search.ts", "@/browser/search", "Move what both sides need to lib/"],
  ["components/ui/button.tsx", "@/app/page", "nothing imports app/"],
  ["components/ui/button.tsx", "@/browser/search", "Move what both sides need to lib/"],
  ["components/ui/button.tsx", "@/scripts/build", "one way"],
  ["app/page.tsx", "@/browser/search", "Move what both sides need to lib/"],
  ["app/page.tsx", "@/tests/fixtures/states", "only tests import tests/"],
  ["app/page.tsx", "contentlayer/generated", "Ask a function of @/lib/content"],
  ["lib/search/documents.ts", "@/.contentlayer/generated", "Ask a function of @/lib/content"],
  ["scripts/write-addresses.ts", "contentlayer/generated", "Ask a function of @/lib/content"],
  ["browser/search.ts", "@/components/ui/button", "Render on the server"],
  ["browser/search.ts", "@/lib/content/articles", "for the server"],
  ["browser/search.ts", "@/lib/schema/documents", "import type"],
  ["browser/search.ts", "react", "without React"],
  ["browser/search.ts", "next/link", "without React"],
])("%s may not import %s", async (file, source, remedy) => {
  expect(await lint(file, use(source))).toEqual([expect.stringContaining(remedy)]);
});

test("types may cross to the browser, since nothing of them is left there", async () => {
  const code = 'import type { Article } from "@/lib/content/articles";\nexport type A = Article;\n';
  expect(await lint("browser/search.ts", code)).toEqual([]);
});

test("an export from elsewhere and an import() count as imports", async () => {
  const messages = [
    ...(await lint("lib/a.ts", 'export * from "@/components/b";\n')),
    ...(await lint("lib/a.ts", 'export { b } from "@/components/b";\n')),
    ...(await lint("lib/a.ts", 'export const b = () => import("@/components/b");\n')),
  ];
  expect(messages).toHaveLength(3);
});

test("content/ holds no code", async () => {
  expect(await lint("content/guides/steps.ts", "export const a = 1;\n")).toEqual([
    expect.stringContaining("text and data only"),
  ]);
});

test.each(["window", "document", "localStorage", "navigator"])(
  "%s is for browser/ alone",
  async (name) => {
    const code = `export const a = () => ${name};\n`;
    const viaGlobal = `export const a = () => globalThis.${name};\n`;
    for (const file of ["app/a.tsx", "components/a.tsx", "lib/a.ts"]) {
      expect(await lint(file, code)).toEqual([expect.stringContaining("browser/")]);
      expect(await lint(file, viaGlobal)).toEqual([expect.stringContaining("browser/")]);
    }
    expect(await lint("browser/a.ts", code)).toEqual([]);
  },
);

test("an argument may be called document", async () => {
  expect(
    await lint("lib/a.ts", "export const a = (document: Document) => document.title;\n"),
  ).toEqual([]);
});

test("dangerouslySetInnerHTML has one place", async () => {
  const code = 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;\n';
  const asProps = 'export const props = { dangerouslySetInnerHTML: { __html: "" } };\n';
  expect(await lint("components/a.tsx", code)).toEqual([expect.stringContaining("raw-html.tsx")]);
  expect(await lint("components/a.ts", asProps)).toEqual([expect.stringContaining("raw-html.tsx")]);
  expect(await lint("components/layout/raw-html.tsx", code)).toEqual([]);
});

test("no file is sent to the reader by 'use client'", async () => {
  const code = "export const A = () => null;\n";
  expect(await lint("components/a.tsx", code)).toEqual([]);
  expect(await lint("components/a.tsx", `"use client";\n\n${code}`)).toEqual([
    expect.stringContaining("browser/"),
  ]);
});

test.each(['"#0a7"', '"#0078d4"', '"1px solid #CCC"', '"bg-[#fff] p-4"', "`color: #12345678;`"])(
  "%s is a raw color",
  async (text) => {
    expect(await lint("components/a.tsx", `export const a = ${text};\n`)).toEqual([
      expect.stringContaining("var(--"),
    ]);
  },
);

test.each(['"#main-content"', '"issue #12"', '"0x#zz"', '"/guides/link#abc"', '"#beforehand"'])(
  "%s is no color",
  async (text) => {
    expect(await lint("components/a.tsx", `export const a = ${text};\n`)).toEqual([]);
  },
);

test("an address within the page is not taken for a color", async () => {
  const code = 'export const A = () => <a href="#add">Add</a>;\n';
  expect(await lint("components/a.tsx", code)).toEqual([]);
});
