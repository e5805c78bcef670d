import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import { pageBelow } from "@/lib/runtime/base-path.mjs";
import { ADDRESSES } from "./support/templates";
import { test } from "./support/test";

const CHECKER = "node_modules/vnu-jar/build/dist/vnu.jar";

/** Java without what pays only in a program that runs for long: a third of the time. */
const BRIEFLY = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m"];

/** Checked beside the pages: a checker that could not read its files would find nothing, either. */
const WRONG =
  '<!DOCTYPE html><html lang="en"><title>Wrong</title><p id="a"></p><p id="a"></p></html>';

/** Newer CSS than the checker knows: what Tailwind writes, and container queries (app/screen.css). */
const UNKNOWN_TO_IT = [
  "CSS: Unrecognized at-rule “@property”",
  "CSS: “margin-trim”: Property “margin-trim” doesn't exist.",
  "CSS: Unrecognized at-rule “@container”",
  "CSS: “container-type”: Property “container-type” doesn't exist.",
];

type Message = { message: string; url: string; extract?: string };

const isNewerThanIt = ({ message, extract = "" }: Message) =>
  UNKNOWN_TO_IT.includes(message) || (message.endsWith("Parse Error.") && /\dcqi\b/.test(extract));

// tests/e2e/base-path.spec.ts, which needs a build of its own, tries everything else.
test("the path of a public address would get before every address of every template", async ({
  request,
}) => {
  for (const address of ADDRESSES) {
    const html = await (await request.get(address)).text();
    const markup = pageBelow(html, "/below").replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "");
    const left = markup.match(/<[^>]* [a-z-]+="\/(?!below\/)[^>]*>/g);
    expect(left, `${address}: add the attribute to lib/runtime/base-path.mjs`).toBeNull();
  }
});

// One start of Java for all pages. It takes some seconds, and is slower beside other tests.
test.setTimeout(90_000);

test("the Nu HTML checker finds no error in any template", async ({ request }) => {
  const hasJava = spawnSync("java", ["-jar", CHECKER, "--version"]).status === 0;
  const why =
    "The Nu HTML checker did not run: it needs Java 11 or newer (apt install default-jre).";
  // The list of tests does not say why one was skipped.
  if (!hasJava) console.log(why);
  test.skip(!hasJava, why);
  const folder = mkdtempSync(path.join(tmpdir(), "keylink-html-"));
  try {
    const pages = await Promise.all(
      ADDRESSES.map(async (address) => ({
        address,
        html: await (await request.get(address)).text(),
      })),
    );
    pages.push({ address: "the wrong page", html: WRONG });
    const files = pages.map(({ html }, i) => {
      const file = path.join(folder, `${i}.html`);
      writeFileSync(file, html);
      return file;
    });
    const { stderr } = spawnSync(
      "java",
      [
        ...BRIEFLY,
        "-jar",
        CHECKER,
        "--format",
        "json",
        "--errors-only",
        "--exit-zero-always",
        ...files,
      ],
      { encoding: "utf8" },
    );
    const { messages } = JSON.parse(stderr) as { messages: Message[] };
    const errors = messages
      .filter((message) => !isNewerThanIt(message))
      .map(({ url, message, extract }) => {
        const page = pages[parseInt(path.basename(url))];
        return `${page?.address}: ${message} ${extract}`;
      });
    expect(errors).toEqual([expect.stringMatching(/^the wrong page: Duplicate ID “a”/)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
