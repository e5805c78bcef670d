/*
 * The same text, built by Starlight: every guide and article of the built site, as a reader with Windows 11 sees it. Its
 * sidebar has only these pages, not our codes and terms, which makes its pages lighter than they would be with all.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fromRoot, Problem, run, say } from "../../process.mjs";
import { FOLDER, newerNode } from "./packages.mjs";

const SECTIONS = ["guides", "articles"];

const CONFIG = `import starlight from "@astrojs/starlight";
import { defineConfig, passthroughImageService } from "astro/config";
export default defineConfig({
  site: "http://localhost",
  image: { service: passthroughImageService() },
  // Otherwise Vite would use that of the site around this folder.
  vite: { css: { postcss: {} } },
  integrations: [
    starlight({
      title: "Keylink",
      description: "The text of Keylink, built by Starlight",
      sidebar: [
        { label: "Guides", items: [{ autogenerate: { directory: "guides" } }] },
        { label: "Articles", items: [{ autogenerate: { directory: "articles" } }] },
      ],
    }),
  ],
});
`;

const CONTENT_CONFIG = `import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/**
 * Rebuilds it; resolves to the output folder.
 *
 * @param {import("@playwright/test").Browser} browser reads the text of our pages
 * @param {string} origin of our built site
 */
export async function buildStarlight(browser, origin) {
  say("Writing the text for Starlight");
  const docs = path.join(FOLDER, "src/content/docs");
  for (const old of ["src", "dist", ".astro", "public"])
    rmSync(path.join(FOLDER, old), { recursive: true, force: true });
  mkdirSync(docs, { recursive: true });
  mkdirSync(path.join(FOLDER, "public"));
  // Otherwise the browser's request for it would count as an error of the page.
  copyFileSync(fromRoot("public/icon.svg"), path.join(FOLDER, "public/favicon.svg"));
  writeFileSync(path.join(FOLDER, "astro.config.mjs"), CONFIG);
  writeFileSync(path.join(FOLDER, "tsconfig.json"), "{}");
  writeFileSync(path.join(FOLDER, "src/content.config.ts"), CONTENT_CONFIG);
  writeFileSync(path.join(docs, "index.md"), "---\ntitle: Keylink\n---\n");

  const page = await browser.newPage();
  const sitemap = await (await fetch(`${origin}/sitemap.xml`)).text();
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map(([, address]) => new URL(address ?? "").pathname)
    .filter((address) => SECTIONS.some((section) => address.startsWith(`/${section}/`)));
  for (const address of addresses) {
    await page.goto(origin + address);
    const { title, description, body } = await page.evaluate(readPage);
    const file = path.join(docs, `${address.slice(1)}.md`);
    mkdirSync(path.dirname(file), { recursive: true });
    const head = `title: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}`;
    writeFileSync(file, `---\n${head}\n---\n\n${body}\n`);
  }
  await page.close();

  say(`Building ${addresses.length} pages with Starlight`);
  const astro = path.join(FOLDER, "node_modules/astro/bin/astro.mjs");
  const code = await run(newerNode(), [astro, "build", "--silent", "--root", FOLDER], {
    ASTRO_TELEMETRY_DISABLED: "1",
    NODE_ENV: "production",
    // Our options name the TypeScript settings of scripts/.
    TSX_TSCONFIG_PATH: undefined,
  });
  if (code !== 0)
    throw new Problem("Starlight could not build the text.", {
      found: `exit code ${code}`,
      remedy: "read its messages above; scripts/bench/pages/starlight.mjs writes its files",
    });
  return path.join(FOLDER, "dist");
}

/**
 * Runs in the page: returns its text as Markdown headings with plain HTML between them, without controls, drawings,
 * sidebars and what is for Windows 10 only.
 */
function readPage() {
  const LEFT_OUT =
    "nav, aside, script, style, template, button, svg, input, form, dialog, h1, .sr-only, .no-print:not(a), [aria-hidden=true], [data-only='10']";
  const BLOCK =
    "p, ul, ol, li, table, pre, blockquote, dl, dt, dd, details, summary, div, section, article, h2, h3, h4, h5, h6";
  const KEPT = new Set(
    "p ul ol li table thead tbody tr th td pre blockquote dl dt dd details summary strong b em code kbd a br".split(
      " ",
    ),
  );

  /** @param {string} text */
  const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/\s+/g, " ");

  /** A node as plain HTML on one line. @param {Node} node @returns {string} */
  const html = (node) => {
    if (node instanceof Text) return escape(node.data);
    if (!(node instanceof Element) || node.matches(LEFT_OUT)) return "";
    const inner = [...node.childNodes].map(html).join("");
    const tag = node.localName;
    if (tag === "br") return "<br>";
    if (!inner.trim()) return "";
    if (KEPT.has(tag))
      return tag === "a"
        ? `<a href="${node.getAttribute("href")}">${inner}</a>`
        : `<${tag}>${inner}</${tag}>`;
    return node.matches(BLOCK) && !node.querySelector(BLOCK) ? `<p>${inner}</p>` : inner;
  };

  /** @type {string[]} */
  const blocks = [];
  /** @param {Element} element */
  const walk = (element) => {
    if (element.matches(LEFT_OUT)) return;
    const level = /^h([2-6])$/.exec(element.localName)?.[1];
    if (level) {
      const text = html(element).replace(/<[^>]+>/g, "");
      blocks.push(`${"#".repeat(Number(level))} ${text.replace(/[\\`*_[\]#.]/g, "\\$&").trim()}`);
    } else if (element.querySelector("h2, h3, h4, h5, h6")) [...element.children].forEach(walk);
    else {
      const text = html(element).trim();
      // Text outside a block would be read as Markdown.
      if (text)
        blocks.push(
          /^<(p|ul|ol|table|pre|blockquote|dl|details)>/.test(text) ? text : `<p>${text}</p>`,
        );
    }
  };
  const main = document.querySelector("main");
  if (main) [...main.children].forEach(walk);
  return {
    title: document.querySelector("h1")?.textContent ?? "",
    description: document.querySelector("meta[name=description]")?.getAttribute("content") ?? "",
    body: blocks.join("\n\n"),
  };
}
