/*
 * `npm run bench:search`: how well and how fast the search finds the pages of this content.
 *
 *   npm run bench:search -- --misses           also every query whose page was not first
 *   npm run bench:search -- --misses=body      … of one kind
 *   npm run bench:search -- --seed=2           other queries, to see that the rules do not overfit
 *   npm run bench:search -- --cards            also every card that is not known to be right
 *   npm run bench:search -- --quick            without the 1,000 and 10,000 sections
 *   npm run bench:search -- --write-baseline   the figures below which `npm test` fails
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { parse } from "yaml";
import { getSynonyms } from "../../lib/content/pages";
import { getSearchDocuments } from "../../lib/search/documents";
import { createIndex } from "../../lib/search/create-index";
import { loadIndex } from "../../lib/search/engine";
import { readForeign } from "../../lib/wordings/read-foreign";
import type { SearchDocument, SearchIndex } from "../../lib/search/types";
import { tables } from "../kind-tables-plugin";
import { scoreCards, scoreCardsByPage, type CardQuery, type CardScore } from "./search-cards";
import { withDistractors } from "./search-distractors";
import {
  makeQueries,
  questionQueries,
  wordsOf,
  type BenchQuery,
  type WrittenQuestion,
} from "./search-queries";
import { generatedScore, scoreQueries, type Score } from "./search-score";

const { values: options } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    misses: { type: "string" },
    quick: { type: "boolean", default: false },
    cards: { type: "boolean", default: false },
    "write-baseline": { type: "boolean", default: false },
  },
  // "--misses" may stand alone.
  args: process.argv.slice(2).map((arg) => (arg === "--misses" ? "--misses=all" : arg)),
});
const { seed } = options;
const HELD_OUT = "held out";

const documents = getSearchDocuments();
const synonyms = getSynonyms();
/** Questions that people asked in public. The held-out ones are only scored: never read, never tuned for. */
const questionsOf = (file: string, kind: string) =>
  questionQueries(
    (parse(readFileSync(`tests/fixtures/${file}`, "utf8")) as { questions: WrittenQuestion[] })
      .questions,
    documents,
    kind,
  );
const queries = [
  ...makeQueries(documents, synonyms, seed),
  ...questionsOf("questions.yaml", "written"),
  ...questionsOf("real-questions.yaml", "real"),
  ...questionsOf("held-out-questions.yaml", HELD_OUT),
];

/** CPU time of this process in ms, of all threads, so that the garbage collector counts, too. */
function cpuOf<T>(work: () => T): { value: T; ms: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1000 };
}

function latencies(index: SearchIndex, list: readonly BenchQuery[]) {
  const run = ({ query, windows }: BenchQuery) => index.search(query, { windows, limit: 10 });
  // Warms up.
  list.slice(0, 200).forEach(run);
  const times = list.map((query) => cpuOf(() => run(query)).ms).sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return [at(0.5), at(0.95), at(0.99), times.at(-1) ?? 0];
}

/** The twelve most common words, and a letter that many more begin with. */
function hostileQuery(list: readonly SearchDocument[]): string {
  const counts = new Map<string, number>();
  for (const { title, heading, text } of list) {
    for (const word of new Set(wordsOf(`${title} ${heading ?? ""} ${text}`)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const common = [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
  return [...common.filter((word) => /^[a-z]{3,}$/.test(word)).slice(0, 12), "a"].join(" ");
}

const number = (value: number, digits = 1) => value.toFixed(digits).padStart(8);
const row = (name: string, { queries: count, first, third, mrr }: Score) =>
  console.log(
    name.padEnd(12) + String(count).padStart(8) + number(first) + number(third) + number(mrr, 3),
  );

function report(list: SearchDocument[]) {
  const created = cpuOf(() => createIndex(list, synonyms));
  const { index: json, texts } = created.value.serialize();
  const loaded = cpuOf(() => loadIndex(json, readForeign, texts));
  const { scores, misses } = scoreQueries(loaded.value, queries);
  console.log(`\n${list.length.toLocaleString("en")} sections, seed ${seed}\n`);
  console.log(
    "kind".padEnd(12) +
      ["queries", "@1 %", "@3 %", "MRR@10"].map((title) => title.padStart(8)).join(""),
  );
  for (const [kind, score] of Object.entries(scores)) row(kind, score);
  row("generated", generatedScore(scores));

  const [p50, p95, p99, most] = latencies(loaded.value, queries).map((ms) => ms.toFixed(1));
  console.log(
    `\nCPU per query (process.cpuUsage, all threads): p50 ${p50} p95 ${p95} p99 ${p99} most ${most} ms`,
  );
  const hostile = hostileQuery(list);
  const hostileTimes = Array.from(
    { length: 9 },
    () => cpuOf(() => loaded.value.search(hostile, { windows: "11", limit: 10 })).ms,
  ).sort((a, b) => a - b);
  console.log(
    `Hostile query: median ${hostileTimes[4]?.toFixed(1)} ms, most ${hostileTimes[8]?.toFixed(1)} ms`,
  );

  const pages = new Set(list.map(({ page }) => page)).size;
  const [indexBytes, textBytes] = [gzipSync(json).length, gzipSync(texts).length];
  const plain = list
    .map((document) =>
      [
        document.title,
        document.heading,
        document.description,
        document.text,
        ...(document.questions ?? []),
        ...(document.words ?? []),
      ]
        .filter(Boolean)
        .join("\n"),
    )
    .join("\n");
  const bytes = (value: number) => `${Math.round(value).toLocaleString("en")} B`;
  console.log(
    `Index: ${bytes(json.length)}, gzip ${bytes(indexBytes)}, per page ${bytes(indexBytes / pages)} (${pages} pages); ${((100 * indexBytes) / Buffer.byteLength(plain)).toFixed(1)} % of ${bytes(Buffer.byteLength(plain))} plain text`,
  );
  console.log(`Texts for snippets: ${bytes(texts.length)}, gzip ${bytes(textBytes)}`);
  console.log(`Build ${created.ms.toFixed(0)} ms, load ${loaded.ms.toFixed(0)} ms CPU`);
  return { scores, misses };
}

const { scores, misses } = report(documents);
const code = await build({
  stdin: {
    contents:
      'export { loadIndex } from "./lib/search/engine"; export { addSnippets } from "./lib/search/snippet";' +
      'export const foreign = () => import("./lib/wordings/read-foreign");',
    resolveDir: process.cwd(),
  },
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  outdir: "engine",
  write: false,
  // As browsers get it.
  plugins: [tables],
});
// The worker loads the second part only for words that the site does not often use.
const isForeign = ({ path }: { path: string }) => path.includes("read-foreign");
for (const [name, parts] of [
  ["Engine code", code.outputFiles.filter((file) => !isForeign(file))],
  ["For other languages", code.outputFiles.filter(isForeign)],
] as const) {
  const size = (of: (contents: Uint8Array) => Uint8Array) =>
    parts.reduce((sum, { contents }) => sum + of(contents).length, 0).toLocaleString("en");
  console.log(`${name}: ${size((all) => all)} B minified, ${size((all) => gzipSync(all))} B gzip`);
}

/** Goals: 95 % of the cards answer the query; 60 % of the questions that have an answer show it. */
function reportCards(name: string, { queries: count, shown, right, answered, wrong }: CardScore) {
  const share = (part: number, whole: number) => number(whole === 0 ? 0 : (100 * part) / whole);
  console.log(
    `${name.padEnd(12)}${String(count).padStart(8)}${String(shown).padStart(8)}${share(right, shown)}${share(answered.right, answered.queries)}`,
  );
  if (options.cards && name !== HELD_OUT) for (const card of wrong) console.log(`    ${card}`);
}
const cardQueries = parse(readFileSync("tests/fixtures/answer-queries.yaml", "utf8")) as {
  queries: CardQuery[];
};
const searched = createIndex(documents, synonyms);
console.log(
  `\n${"cards".padEnd(12)}${["queries", "shown", "right %", "recall %"].map((title) => title.padStart(8)).join("")}`,
);
for (const kind of ["written", "real", HELD_OUT])
  reportCards(
    kind,
    scoreCardsByPage(
      searched,
      queries.filter((query) => query.kind === kind),
      cardQueries.queries,
    ),
  );
reportCards("judged", scoreCards(searched, cardQueries.queries));
const byPeople = ["written", "real", HELD_OUT];
reportCards(
  "generated",
  scoreCardsByPage(
    searched,
    queries.filter(({ kind }) => !byPeople.includes(kind)),
    cardQueries.queries,
  ),
);

if (options.misses) {
  for (const { kind, query, place, pages, results } of misses) {
    if (kind === HELD_OUT || (options.misses !== "all" && options.misses !== kind)) continue;
    console.log(
      `\n${kind} #${place || "-"}  ${query}\n    wanted ${pages.join(" ")}\n    found  ${results.join(" ")}`,
    );
  }
}
if (options["write-baseline"]) {
  const file = "tests/fixtures/search-baseline.json";
  const kept = Object.entries(scores).filter(([kind]) => kind !== HELD_OUT);
  writeFileSync(file, `${JSON.stringify({ seed, scores: Object.fromEntries(kept) }, null, 2)}\n`);
  console.log(`\nWrote ${file}.`);
}
if (!options.quick) {
  for (const sections of [1_000, 10_000]) {
    if (documents.length < sections) report(withDistractors(documents, sections, seed));
  }
}
