import type { CheckedFile } from "./validate-files";
import type { ContentIndex } from "./content-index";
import { unknownName, type Problem } from "./problem";

/** The name of a collection's documents in a sentence. */
const KINDS: Record<string, string> = {
  topics: "topic",
  messages: "message",
  errors: "error code",
  "error-families": "error family",
  "settings-pages": "settings page",
  screens: "screen",
};

/** A file that a field or component names must exist and, unless a draft names it, be published. */
export function checkName(
  file: CheckedFile,
  field: string,
  collection: string,
  name: string,
  index: ContentIndex,
): Problem[] {
  const known = index.namesOf(collection);
  const kind = KINDS[collection] ?? "name";
  if (known.includes(name)) return [];
  if (index.isDraft(collection, name))
    return file.value.draft ? [] : [draftProblem(file, field, `the ${kind} “${name}”`)];
  return [
    unknownName({ file: file.file, field }, { kind, name, known, where: `content/${collection}` }),
  ];
}

/** A fact that a field or component names must exist. */
export function checkFactName(
  file: CheckedFile,
  field: string,
  id: string,
  index: ContentIndex,
): Problem[] {
  if (index.facts.has(id)) return [];
  return [
    unknownName(
      { file: file.file, field },
      { kind: "fact", name: id, known: [...index.facts.keys()], where: "content/facts" },
    ),
  ];
}

/** The problem of a published page that links to a draft. */
export function draftProblem(file: CheckedFile, field: string, what: string): Problem {
  return {
    file: file.file,
    field,
    message: `${what} is a draft, so readers cannot get there`,
    remedy: "Remove “draft: true” from it when it is ready, or name something that is published.",
  };
}

/** The names in the fields of a document: topics, messages, error codes, families, facts. */
export function checkNames(file: CheckedFile, index: ContentIndex): Problem[] {
  const { value, collection } = file;
  const list = (field: string) => ((value[field] as string[] | undefined) ?? []).entries();
  const problems: Problem[] = [];
  for (const [i, topic] of list("topics"))
    problems.push(...checkName(file, `topics[${i}]`, "topics", topic, index));
  for (const [i, message] of list("lookAlikes"))
    problems.push(...checkName(file, `lookAlikes[${i}]`, "messages", message, index));
  for (const [i, code] of list("errorCodes"))
    problems.push(...checkName(file, `errorCodes[${i}]`, "errors", code.toLowerCase(), index));
  if (collection === "errors")
    problems.push(...checkName(file, "family", "error-families", value.family as string, index));
  for (const [field, id] of factFields(file))
    problems.push(...checkFactName(file, field, id, index));
  return problems;
}

/** The facts in the fields of a document; check-text.ts checks those in its texts. */
export function factFields({ collection, value }: CheckedFile): [field: string, id: string][] {
  if (collection === "facts" || collection === "screens") return []; // Screens have their own check.
  const ids = (value.facts as string[] | undefined) ?? [];
  const found = ids.map((id, i): [string, string] => [`facts[${i}]`, id]);
  if (typeof value.fact === "string") found.push(["fact", value.fact]);
  return found;
}
