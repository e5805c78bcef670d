import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { getSynonyms } from "@/lib/content/pages";
import { createIndex } from "@/lib/search/create-index";
import { getSearchDocuments } from "@/lib/search/documents";
import { loadIndex } from "@/lib/search/engine";
import { KIND_WEIGHTS } from "@/lib/site/kind-tables";
import { makeQueries, questionQueries } from "@/scripts/bench/search-queries";
import { fallsAgainst, scoreQueries, generatedScore } from "@/scripts/bench/search-score";
const baseline = JSON.parse(readFileSync("tests/fixtures/search-baseline.json", "utf8"));
const documents = getSearchDocuments();
const q = (f: string, k: string) => questionQueries((parse(readFileSync(`tests/fixtures/${f}`, "utf8")) as any).questions, documents, k);
const queries = [...makeQueries(documents, getSynonyms(), baseline.seed), ...q("questions.yaml", "written"), ...q("real-questions.yaml", "real")];
const index = loadIndex(createIndex(documents, getSynonyms()).serialize().index);
for (const w of process.argv.slice(2).map(Number)) {
  (KIND_WEIGHTS as any).answers = w;
  const t = Date.now();
  const { scores, misses } = scoreQueries(index, queries);
  console.log(w, Date.now() - t, "ms", JSON.stringify(generatedScore(scores)), JSON.stringify(scores));
  console.log(fallsAgainst(baseline.scores, scores));
  if (w === Number(process.argv[2])) console.log(misses.filter((m) => ["words", "question", "body"].includes(m.kind)).slice(0, 60).map((m) => `${m.kind} | ${m.query} | want ${m.pages} | ${m.place} | ${m.results}`).join("\n"));
}
