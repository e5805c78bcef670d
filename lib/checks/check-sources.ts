import { elementsOf } from "../text/parse-text";
import { DOCUMENT_KINDS } from "../site/kinds";
import type { CheckedFile } from "./validate-files";
import { factFields } from "./check-names";
import { readableText, type ContentIndex } from "./content-index";
import type { Fact } from "../schema/facts";
import type { Problem } from "./problem";
import { publisherOf } from "../schema/publishers";

/**
 * Every page cites at least one fact, and so a source, unless its kind needs none. Drafts may lack it, since readers
 * do not see them.
 */
export function checkSourced(file: CheckedFile, index: ContentIndex): Problem[] {
  if (!DOCUMENT_KINDS.some((kind) => kind.collection === file.collection && kind.needsFacts))
    return [];
  if (file.value.draft) return [];
  if (factFields(file).length > 0) return [];
  if (index.textsOf(file).some(({ markdown }) => namesFact(markdown))) return [];
  return [
    {
      file: file.file,
      field: "facts",
      message: "the document names no fact, so it has no source",
      remedy:
        'Put <Fact id="…" /> after a claim in the text, or list ids of content/facts under “facts”.',
    },
  ];
}

function namesFact(markdown: string): boolean {
  const text = readableText(markdown);
  // An unreadable text is already reported; one problem is enough.
  return !text || elementsOf(text).some(({ name }) => name === "Fact");
}

/** Every source of a fact has a publisher. */
export function checkPublishers(file: CheckedFile, index: ContentIndex): Problem[] {
  const named = new Set<string>();
  return (file.value.facts as Fact[]).flatMap((fact, i) =>
    fact.sources.flatMap((source, s): Problem[] => {
      const domain = new URL(source).hostname.replace(/^www\./, "");
      if (named.has(domain) || publisherOf(source, index.publishers)) return [];
      named.add(domain);
      return [
        {
          file: file.file,
          field: `facts[${i}].sources[${s}]`,
          message: `nobody is named as publisher of ${domain}`,
          remedy: `Add an entry to content/publishers.yaml: domain: ${domain}, with the name that readers know and its kind.`,
        },
      ];
    }),
  );
}
