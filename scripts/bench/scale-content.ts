import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { below, pick, seeded, type Random } from "./random";

/** Kinds of documents, and how many there are in every ten. */
const MIX = [
  ...Array<"articles">(4).fill("articles"),
  ...Array<"glossary">(3).fill("glossary"),
  ...Array<"errors">(3).fill("errors"),
];

const DAY = "2026-11-21";
/** These exist in the real content. */
const TOPICS = ["activation", "hardware-change", "licenses", "linking", "product-keys"];
const FACTS = ["link-what", "hw-why", "lic-digital", "lic-channels", "hw-what-counts"];
const SOURCE = "https://learn.microsoft.com/windows/";

const WORDS = {
  thing: "account,board,device,drive,edition,license,list,page,sentence,setting,sticker,window",
  place: "in the list,on the page,near the top,under your name,beside the row,below the code",
  state: "empty,open,short,long,new,old,shown again,the same as before,ready,marked,complete",
  then: "note it,wait a day,read the next part,compare it with the list,look again,keep the paper",
};

const wordsOf = Object.fromEntries(
  Object.entries(WORDS).map(([kind, list]) => [kind, list.split(",")]),
) as Record<keyof typeof WORDS, string[]>;

type Writer = (kind: keyof typeof WORDS) => string;

const SENTENCES: ((word: Writer) => string)[] = [
  (word) => `The ${word("thing")} stands ${word("place")} and is ${word("state")}.`,
  (word) => `When the ${word("thing")} is ${word("state")}, ${word("then")}.`,
  (word) => `Each ${word("thing")} has one ${word("thing")}, and it is ${word("state")}.`,
  (word) => `Look ${word("place")} for the ${word("thing")}, then ${word("then")}.`,
  (word) => `A ${word("state")} ${word("thing")} says nothing of the ${word("thing")}.`,
];

const writerOf =
  (random: Random): Writer =>
  (kind) =>
    pick(random, wordsOf[kind]) ?? "";

const sentences = (random: Random, count: number) =>
  Array.from({ length: count }, () => pick(random, SENTENCES)?.(writerOf(random)) ?? "").join(" ");

const paragraph = (random: Random) =>
  `${sentences(random, 4 + below(random, 3))} <Fact id="${pick(random, FACTS)}" />`;

/** About 700 words in five sections, with lists and links, as long as a real article. */
function articleBody(random: Random, links: readonly string[]): string {
  const sections = Array.from({ length: 5 }, (_, section) =>
    [
      `## Part ${section + 1}: ${sentences(random, 1).slice(0, -1)}`,
      paragraph(random),
      paragraph(random),
      ...Array.from({ length: 4 }, (_, i) => `${i + 1}. ${sentences(random, 1)}`),
      `See [this page too](${pick(random, links)}).`,
    ].join("\n\n"),
  );
  return [paragraph(random), ...sections].join("\n\n");
}

/**
 * Adds documents to a content folder: four articles, three terms and three error codes in every ten, each linked to
 * three others. The same for the same seed.
 */
export function writeGenerated(folder: string, count: number, seed: string): void {
  const documents = Array.from({ length: count }, (_, number) => {
    const kind = MIX[number % MIX.length] ?? "articles";
    const slug =
      kind === "errors"
        ? `0x9a${number.toString(16).padStart(6, "0")}`
        : `generated-${kind}-${number}`;
    return { kind, slug, number, address: `/${kind}/${slug}` };
  });
  const addresses = documents.map(({ address }) => address);
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };

  for (const { kind, slug, number, address } of documents) {
    const random = seeded(`${seed}/${slug}`);
    const others = Array.from({ length: 3 }, () => pick(random, addresses) ?? "");
    const common = {
      title: `Sample ${number}: ${sentences(random, 1)}`,
      description: `Sample ${number}. ${sentences(random, 2)}`,
      published: DAY,
      updated: DAY,
      reviewed: DAY,
      topics: [pick(random, TOPICS)],
      related: [...new Set(others)].filter((other) => other !== address),
      questions: [`What does sample ${number} say?`],
      words: [`sample ${number}`],
    };
    if (kind === "articles")
      write(
        `articles/${slug}.md`,
        `---\n${stringify(common)}---\n\n${articleBody(random, others)}\n`,
      );
    else if (kind === "glossary")
      write(
        `glossary/${slug}.yaml`,
        stringify({
          ...common,
          title: `Sample word ${number}`,
          synonyms: [`word ${number}`],
          definition: paragraph(random),
          more: paragraph(random),
        }),
      );
    else
      write(
        `errors/${slug}.yaml`,
        stringify({
          ...common,
          code: `0x${slug.slice(2).toUpperCase()}`,
          fact: `generated-${number}`,
          audience: "home",
          family: "server-unreachable",
          meaning: { grade: "confirmed", text: paragraph(random) },
          advice: { grade: "derived" },
        }),
      );
  }
  const facts = documents
    .filter(({ kind }) => kind === "errors")
    .map(({ number }) => ({
      id: `generated-${number}`,
      statement: `Generated fact ${number}`,
      grade: "confirmed",
      adviceGrade: "derived",
      sources: [SOURCE],
      checked: DAY,
    }));
  if (facts.length > 0)
    write("facts/generated.yaml", stringify({ about: "Generated for a benchmark.", facts }));
}
