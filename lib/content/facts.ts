import "server-only";
import { collections, type ClaimGrade, type Fact, type Publisher } from "@/lib/schema/documents";
import { publisherOf } from "@/lib/schema/publishers";
import { textsOf } from "@/lib/schema/texts";
import { factsIn } from "@/lib/text/parse-text";
import { load, loadFile } from "./load";

const facts = new Map(load("facts").flatMap((file) => file.facts.map((fact) => [fact.id, fact])));
const { publishers } = loadFile("publishers");

/** A source as a reader sees it. `link` is set for Microsoft and standards only. */
export type Source = { publisher: string; kind: Publisher["kind"]; link?: string };

/** A fact that a page rests on, with the number it has there. */
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

/** The facts of a document: first those its fields name, then those its texts name, in order. */
export function citedFacts(
  collection: "guides" | "articles" | "messages" | "errors" | "glossary" | "topics",
  document: { facts: string[]; fact?: string },
  furtherTexts: string[] = [],
): CitedFact[] {
  const ids = new Set<string>(document.fact ? [document.fact] : []);
  for (const { markdown } of textsOf(collections[collection].schema, document))
    for (const id of factsIn(markdown)) ids.add(id);
  for (const markdown of furtherTexts) for (const id of factsIn(markdown)) ids.add(id);
  for (const id of document.facts) ids.add(id);
  return [...ids].map((id, index) => {
    const { grade, checked, sources } = getFact(id);
    return { id, number: index + 1, grade, checked, sources: sources.map(toSource).filter(unique) };
  });
}

function toSource(address: string): Source {
  const publisher = publisherOf(address, publishers);
  if (!publisher) throw new Error(`No publisher for ${address} in content/publishers.yaml.`);
  const { name, kind } = publisher;
  if (kind === "microsoft" || kind === "standard") return { publisher: name, kind, link: address };
  return { publisher: kind === "unnamed" ? "third party" : name, kind };
}

function unique(source: Source, index: number, all: Source[]): boolean {
  return (
    all.findIndex((other) => other.publisher === source.publisher && other.link === source.link) ===
    index
  );
}
