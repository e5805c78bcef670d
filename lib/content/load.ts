import "server-only";
import * as generated from "contentlayer/generated";
import type { z } from "zod";
import { collections, singleFiles, type CollectionName } from "@/lib/schema/collections";
import { addressOf } from "@/lib/site/kinds";

/** A document with its file name and, where it has one, the address of its page. */
export type Loaded<T> = T & { slug: string; address: string };

type Generated = { _raw: { flattenedPath: string }; body?: { raw: string } };

const GENERATED: Record<CollectionName, unknown> = {
  guides: generated.allGuides,
  articles: generated.allArticles,
  messages: generated.allMessages,
  errors: generated.allErrors,
  "error-families": generated.allErrorFamilies,
  "settings-pages": generated.allSettingsPages,
  screens: generated.allScreens,
  glossary: generated.allGlossaries,
  topics: generated.allTopics,
  cases: generated.allCases,
  answers: generated.allAnswers,
  facts: generated.allFacts,
  wordings: generated.allWordings,
};

const GENERATED_FILES: Record<keyof typeof singleFiles, unknown> = {
  publishers: generated.publisher,
  "published-steps": generated.publishedStep,
  synonyms: generated.synonym,
  "license-channels": generated.licenseChannel,
  "code-facilities": generated.codeFacility,
};

const OWN_FIELDS = ["_id", "_raw", "type", "body"];

function ownFields(document: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).filter(([key]) => !OWN_FIELDS.includes(key)));
}

/**
 * All published documents of a collection. Only this function decides what “published” means: every document that
 * is not a draft.
 */
export function load<Name extends CollectionName>(
  name: Name,
): Loaded<z.infer<(typeof collections)[Name]["schema"]>>[] {
  const schema = collections[name].schema;
  return (GENERATED[name] as Generated[]).flatMap((document) => {
    const fields = ownFields(document);
    if (document.body) fields.body = document.body.raw.trim();
    const value = schema.parse(fields) as z.infer<(typeof collections)[Name]["schema"]>;
    if ("draft" in value && value.draft) return [];
    const slug = document._raw.flattenedPath.split("/").at(-1) ?? "";
    return [{ ...value, slug, address: addressOf(name, slug) ?? "" }];
  });
}

/** One of the single files of `content/`. */
export function loadFile<Name extends keyof typeof singleFiles>(
  name: Name,
): z.infer<(typeof singleFiles)[Name]> {
  return singleFiles[name].parse(ownFields(GENERATED_FILES[name] as object)) as z.infer<
    (typeof singleFiles)[Name]
  >;
}
