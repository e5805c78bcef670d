import "server-only";
import { collections } from "@/lib/schema/collections";
import type { ClaimGrade } from "@/lib/schema/fields";
import type { Fact } from "@/lib/schema/facts";
import type { Publisher } from "@/lib/schema/publishers";
import { publisherOf } from "@/lib/schema/publishers";
import { textsOf } from "@/lib/schema/texts";
import type { PageCollection } from "@/lib/site/kinds";
import { factsIn } from "@/lib/text/parse-text";
import { getAnswersOn } from "./answers";
import { load, loadFile } from "./load";

const facts = new Map(load("facts").flatMap((file) => file.facts.map((fact) => [fact.id, fact])));
/** All facts of the fact base. */
export const getFacts = (): Fact[] => [...facts.values()];

const { publishers } = loadFile("publishers");

/** A source as readers see it. `link` is only set for Microsoft and standards. */
export type Source = { publisher: string; kind: Publisher["kind"]; link?: string };

/**
 * A fact of a page, with its number there. Facts with the same grade, sources and day of the check share a number,
 * like footnotes.
 */
export type CitedFact = {
  id: string;
  number: number;
  grade: ClaimGrade;
  checked: string;
  sources: Source[];
};

/** One fact of the fact base. */
export function getFact(id: string): Fact {
  const fact = facts.get(id);
  if (!fact) throw new Error(`No fact “${id}” in content/facts.`);
  return fact;
}

type Citing = { address: string; facts: string[]; fact?: string };

/** The facts of a document: first those in its fields, then those in its answers and texts, in order. */
export function citedFacts(
  collection: PageCollection,
  document: Citing,
  furtherTexts: string[] = [],
): CitedFact[] {
  return numberedFacts(factIdsOf(collection, document, furtherTexts));
}

/** The facts in texts outside of documents, in order. */
export function factsCitedIn(texts: string[]): CitedFact[] {
  return numberedFacts(texts.flatMap(factsIn));
}

/** The ids of the facts of a document, each once. */
export function factIdsOf(
  collection: PageCollection,
  document: Citing,
  furtherTexts: string[] = [],
): string[] {
  const answers = getAnswersOn(document.address).map(({ answer }) => answer);
  const texts = textsOf(collections[collection].schema, document).map(({ markdown }) => markdown);
  return [
    ...new Set([
      ...(document.fact ? [document.fact] : []),
      ...[...answers, ...texts, ...furtherTexts].flatMap(factsIn),
      ...document.facts,
    ]),
  ];
}

/** Facts with the numbers that they have on one page, in the order given, each once. */
export function numberedFacts(ids: string[]): CitedFact[] {
  const numbers = new Map<string, number>();
  return [...new Set(ids)].map((id) => {
    const { grade, checked, ...fact } = getFact(id);
    const sources = fact.sources.map(toSource).filter(unique);
    const basis = JSON.stringify([grade, checked, sources]);
    const number = numbers.get(basis) ?? numbers.size + 1;
    numbers.set(basis, number);
    return { id, number, grade, checked, sources };
  });
}

/** By address: most pages rest on the same few hundred. */
const sources = new Map<string, Source>();

/** A source as readers see it: only Microsoft and standards have a link, and some publishers no name. */
export function toSource(address: string): Source {
  const known = sources.get(address) ?? readSource(address);
  sources.set(address, known);
  return known;
}

function readSource(address: string): Source {
  const publisher = publisherOf(address, publishers);
  if (!publisher) throw new Error(`No publisher for ${address} in content/publishers.yaml.`);
  const { name, kind } = publisher;
  if (kind === "microsoft" || kind === "standard") return { publisher: name, kind, link: address };
  return { publisher: kind === "unnamed" ? "other sites" : name, kind };
}

function unique(source: Source, index: number, all: Source[]): boolean {
  return (
    all.findIndex((other) => other.publisher === source.publisher && other.link === source.link) ===
    index
  );
}
