import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { addressWithin, basePathOf, pageBelow } from "@/lib/runtime/base-path.mjs";
import { answerBeyond, locationBelow } from "@/scripts/serve.mjs";

const PAGE =
  '<!DOCTYPE html><html lang="en"><head><script>if(a<b)x=\'<a href="/in/code">\'</script>' +
  '<style>a[href="/in/css"]{color:red}</style><meta name="keylink-script" content="/assets/a.js"/>' +
  '<meta name="description" content="/xpr shows it"/><link rel="canonical" href="https://a.example/b"/>' +
  '<link rel="stylesheet" href="/assets/a.css"/></head><body><a class="x" href="/">Home</a>' +
  '<a href="#main">Skip</a><a href="//other.example/">Other</a><a href="ms-settings:about">S</a>' +
  '<form action="/search"><input name="q" value="/dlv" title="a &gt; b"/></form><img src="/icon.svg"/>' +
  "<p>Write href=&quot;/guides&quot; or /ato.</p>" +
  '<script type="application/json">{"address":"/guides/a"}</script></body></html>';

test("the path is put before the addresses of a page, and before nothing else", () => {
  const changed = [
    ['content="/assets/a.js"', 'content="/kb/assets/a.js"'],
    ['href="/assets/a.css"', 'href="/kb/assets/a.css"'],
    ['href="/">', 'href="/kb/">'],
    ['action="/search"', 'action="/kb/search"'],
    ['src="/icon.svg"', 'src="/kb/icon.svg"'],
  ].reduce((page, [from = "", to = ""]) => page.replace(from, to), PAGE);
  expect(pageBelow(PAGE, "/kb")).toBe(changed);
});

test("without a path a page is sent as it was", () => {
  expect(pageBelow(PAGE, "")).toBe(PAGE);
});

test("the path comes from the public address, without the slash at its end", () => {
  expect(basePathOf("https://keylink.example")).toBe("");
  expect(basePathOf("https://keylink.example/")).toBe("");
  expect(basePathOf("https://example.org/keylink/")).toBe("/keylink");
  expect(basePathOf("https://example.org/docs/keylink")).toBe("/docs/keylink");
});

test("the server answers below the path only, and leads there from the path itself", () => {
  expect(addressWithin("/guides?windows=10", "")).toBe("/guides?windows=10");
  expect(addressWithin("/kb/guides?windows=10", "/kb")).toBe("/guides?windows=10");
  expect(addressWithin("/kb/", "/kb")).toBe("/");
  for (const beyond of ["/", "/guides", "/kbx/guides", "/kb", "/kb?q=/kb/"])
    expect(addressWithin(beyond, "/kb"), beyond).toBeUndefined();
  expect(answerBeyond("/kb?windows=10", "/kb")).toMatchObject({
    status: 308,
    headers: { Location: "/kb/?windows=10" },
  });
  expect(answerBeyond("/guides", "/kb")).toMatchObject({ status: 404 });
});

test.each([
  ["/about", "/kb/about"],
  ["0;url=/about", "0;url=/kb/about"],
  ["http://localhost:3000/search?q=/a", "http://localhost:3000/kb/search?q=/a"],
])("a response that leads to %s leads below the path", (value, below) => {
  expect(locationBelow(value, "/kb")).toBe(below);
});

test("scripts hand their addresses to linkTo, which adds the path", () => {
  for (const name of readdirSync("browser", { recursive: true }).map(String)) {
    if (!name.endsWith(".ts")) continue;
    const code = readFileSync(`browser/${name}`, "utf8");
    expect(
      code.match(/(?:(?:href|src|action) = |fetch\(|assign\(|register\(|redirect\()["'`]\/.*/g),
      `${name}: write linkTo("/…")`,
    ).toBeNull();
  }
});
