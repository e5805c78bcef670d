/*
 * `npm run bench:bytes`: what each template costs on the wire on a first visit, when the search is first opened, and
 * on a second page. For comparison, what the framework's runtime would cost: the chunks that
 * scripts/strip-runtime.mjs removed, which are those of a bare Next.js page of the same version.
 */
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { provideBrowser } from "../browser.mjs";
import { build } from "../build.mjs";
import { install } from "../install.mjs";
import { fromRoot, main } from "../process.mjs";
import { BUDGETS, SEARCH_ENGINE, SECOND_PAGE, WITH_SEARCH } from "./budgets.mjs";
import { measureTemplate, TEMPLATES } from "./page-bytes.mjs";
import { serve } from "./serve.mjs";

const kb = (/** @type {number} */ bytes) => (bytes / 1024).toFixed(1).padStart(7);

await main(async () => {
  await install();
  await build();
  const site = await serve();
  const browser = await chromium.launch({
    executablePath: await provideBrowser(),
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  try {
    console.log("\nKB on the wire (gzip, with headers) until the network is idle\n");
    console.log(
      "template".padEnd(18),
      [
        "html",
        "js",
        "css",
        "image",
        "other",
        "total",
        "budget",
        "reqs",
        "nodes",
        "+search",
        "2nd page",
      ]
        .map((title) => title.padStart(8))
        .join(""),
    );
    let guideScript = 0;
    for (const { name, address } of TEMPLATES) {
      const { first, intent, second } = await measureTemplate(browser, site.origin, address);
      if (name === "guide") guideScript = first.script;
      console.log(
        name.padEnd(18),
        [first.document, first.script, first.style, first.image, first.other, first.total]
          .map((bytes) => ` ${kb(bytes)}`)
          .join(""),
        String(BUDGETS.find((budget) => budget.address === address)?.total ?? "").padStart(7),
        String(first.requests).padStart(7),
        String(first.nodes).padStart(7),
        ` ${kb(intent.total)} ${kb(second.total)}`,
      );
    }
    const worker = readdirSync(fromRoot("public/assets")).find((file) =>
      file.startsWith("search-worker-"),
    );
    const engine = gzipSync(readFileSync(fromRoot(`public/assets/${worker}`))).length;
    console.log(
      `\nBudgets: a second page ${SECOND_PAGE} KB, a guide with the search ${WITH_SEARCH} KB, the search engine ${SEARCH_ENGINE} KB (it has ${kb(engine).trim()}).`,
    );
    const chunks = JSON.parse(readFileSync(fromRoot(".next/keylink-runtime.json"), "utf8"));
    const runtime = chunks.reduce(
      (/** @type {number} */ sum, /** @type {string} */ chunk) =>
        sum + gzipSync(readFileSync(fromRoot(chunk.replace("_next/", ".next/")))).length,
      0,
    );
    console.log(
      `\nA bare Next.js page of this version runs ${kb(runtime).trim()} KB of JavaScript (${chunks.length} chunks).`,
    );
    console.log(
      `A guide runs ${kb(guideScript).trim()} KB in all: ${kb(guideScript - runtime).trim()} KB above the bare page, ratio ${(guideScript / runtime).toFixed(2)}.`,
    );
  } finally {
    await browser.close();
    await site.stop();
  }
});
