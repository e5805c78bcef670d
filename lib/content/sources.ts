import "server-only";
import type { ClaimGrade } from "@/lib/schema/fields";
import type { Publisher } from "@/lib/schema/publishers";
import { DOCUMENT_KINDS } from "@/lib/site/kinds";
import { factIdsOf, getFacts, toSource } from "./facts";
import { load } from "./load";
import { getErrorAdvice, getPageLinks, type PageLink } from "./pages";

/** A source and the pages that rely on it. */
export type SourceEntry = {
  /** Set for Microsoft and standards; other sources have no address on the site. */
  link?: string;
  claims: number;
  grades: Partial<Record<ClaimGrade, number>>;
  /** The latest day on which it was read. */
  checked: string;
  /** The pages that cite it, in the order of `getPageLinks`. */
  pages: PageLink[];
};

/** A publisher with its sources. Sources without a link become one entry, since they would look alike. */
export type PublisherEntry = {
  publisher: string;
  kind: Publisher["kind"];
  sources: number;
  entries: SourceEntry[];
};

/** The pages that cite each fact, in the order of `getPageLinks`. */
function pagesByFact(): Map<string, PageLink[]> {
  const factsOf = new Map<string, string[]>();
  for (const { collection } of DOCUMENT_KINDS)
    for (const document of load(collection)) {
      const further = "family" in document ? adviceTexts(getErrorAdvice(document)) : [];
      factsOf.set(document.address, factIdsOf(collection, document, further));
    }
  const pages = new Map<string, PageLink[]>();
  for (const page of getPageLinks())
    for (const id of factsOf.get(page.address) ?? [])
      pages.set(id, [...(pages.get(id) ?? []), page]);
  return pages;
}

/** The advice of a family is shown on the page of each of its codes. */
function adviceTexts({
  first,
  steps,
  wait,
  buy,
  notThisIf,
}: ReturnType<typeof getErrorAdvice>): string[] {
  return [first, ...steps, wait, buy, ...notThisIf].filter((text) => text !== undefined);
}

const KIND_ORDER: Publisher["kind"][] = ["microsoft", "standard", "other", "unnamed"];

/** All sources with the pages that rely on each, by publisher: Microsoft, standards, others, third parties. */
export function getSources(): PublisherEntry[] {
  const pages = pagesByFact();
  const publishers = new Map<
    string,
    { kind: Publisher["kind"]; addresses: Set<string>; facts: Map<string, Set<string>> }
  >();
  const facts = new Map(getFacts().map((fact) => [fact.id, fact]));
  for (const { id, sources } of facts.values())
    for (const address of sources) {
      const { publisher, kind, link } = toSource(address);
      const entry = publishers.get(publisher) ?? { kind, addresses: new Set(), facts: new Map() };
      entry.addresses.add(address);
      const key = link ?? "";
      entry.facts.set(key, (entry.facts.get(key) ?? new Set()).add(id));
      publishers.set(publisher, entry);
    }

  return [...publishers]
    .map(([publisher, { kind, addresses, facts: byLink }]) => ({
      publisher,
      kind,
      sources: addresses.size,
      entries: [...byLink]
        .map(([link, ids]): SourceEntry => {
          const claims = [...ids].flatMap((id) => facts.get(id) ?? []);
          const grades: SourceEntry["grades"] = {};
          for (const { grade } of claims) grades[grade] = (grades[grade] ?? 0) + 1;
          const cited = new Set([...ids].flatMap((id) => pages.get(id) ?? []));
          return {
            link: link || undefined,
            claims: claims.length,
            grades,
            checked:
              claims
                .map(({ checked }) => checked)
                .sort()
                .at(-1) ?? "",
            pages: getPageLinks().filter((page) => cited.has(page)),
          };
        })
        .sort((a, b) => b.claims - a.claims || (a.link ?? "").localeCompare(b.link ?? "", "en")),
    }))
    .sort(
      (a, b) =>
        KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
        a.publisher.localeCompare(b.publisher, "en"),
    );
}
