import { stringify } from "yaml";
import { z } from "zod";
import { schemaOf } from "../lib/checks/validate-files";
import { collections, type CollectionName } from "../lib/schema/collections";
import { isMarkdown, unwrap } from "../lib/schema/texts";

/** A field of a collection that the writer is asked for, because it has no sensible default. */
export type AskedField = {
  name: string;
  explain: string;
  /** The accepted values, if there are only a few. */
  choice: string[];
  isList: boolean;
  /** Written when no answer is given; undefined if an answer is required. */
  fallback: unknown;
};

/** The fields of a collection that a writer is asked for, in the order of the schema. */
export function askedFields(collection: CollectionName, slug: string, today: string): AskedField[] {
  return Object.entries(schemaOf(collection).shape).flatMap(([name, field]): AskedField[] => {
    const type = field as z.ZodType;
    const inner = unwrap(type);
    const list = inner instanceof z.ZodArray;
    const item = list ? unwrap(inner.element as z.ZodType) : inner;
    if (!isNeeded(type) || isMarkdown(type) || item instanceof z.ZodObject) return [];
    // A list that may be empty can be filled later; so can a date, which is today's.
    if (list && type.safeParse([]).success) return [];
    if (!list && type.safeParse(today).data === today && !type.safeParse("todo").success) return [];
    if (list && isSentence(item)) return [];
    return [
      {
        name,
        explain: describe(type),
        choice: item instanceof z.ZodEnum ? item.options.map(String) : [],
        isList: list,
        fallback: placeholder(type, name, slug, today),
      },
    ];
  });
}

/** What is wrong with an answer, in the words of the schema; undefined when nothing is. */
export function answerProblem(
  collection: CollectionName,
  name: string,
  answer: unknown,
): string | undefined {
  const result = (schemaOf(collection).shape[name] as z.ZodType).safeParse(answer);
  if (result.success) return undefined;
  const issue = result.error.issues[0];
  return issue?.code === "invalid_value"
    ? `one of: ${issue.values.map(String).join(", ")}`
    : issue?.message;
}

/**
 * A new file of a collection, as a draft: every field of the schema with its meaning, the given answers, TODO for what is
 * left to write, and optional fields as comments. Derived from the schema, so a new field needs no change here.
 */
export function skeleton(
  collection: CollectionName,
  slug: string,
  answers: Readonly<Record<string, unknown>>,
  today: string,
): string {
  const schema = schemaOf(collection);
  const isArticle = collections[collection].ending === ".md";
  const shape = Object.entries(schema.shape).filter(([name]) => !(isArticle && name === "body"));
  const fields = shape.flatMap(([name, type]) =>
    fieldLines(name, type as z.ZodType, { slug, today, answers }),
  );
  if (!isArticle) return `${fields.join("\n")}\n`;
  const body = schema.shape.body as z.ZodType;
  return `---\n${fields.join("\n")}\n---\n\n${String(answers.body ?? placeholder(body, "body", slug, today))}\n`;
}

type Writing = { slug: string; today: string; answers: Readonly<Record<string, unknown>> };

function fieldLines(name: string, type: z.ZodType, { slug, today, answers }: Writing): string[] {
  const inner = unwrap(type);
  const choice = inner instanceof z.ZodEnum ? ` One of: ${inner.options.join(", ")}.` : "";
  const explain = `${describe(type)}${choice}`.trim();
  if (name in answers) return [...comment(explain), ...yaml(name, answers[name])];
  if (name === "draft") return [...comment(explain), "draft: true"];
  if (!isNeeded(type)) {
    const standard = type instanceof z.ZodDefault ? type.safeParse(undefined).data : undefined;
    if (standard !== undefined) return [...comment(explain), ...yaml(name, standard)];
    return comment(`${name}: (may be left out) ${explain}`);
  }
  const nested = inner instanceof z.ZodArray ? unwrap(inner.element as z.ZodType) : inner;
  if (nested instanceof z.ZodObject && !type.safeParse([]).success) {
    const isList = inner instanceof z.ZodArray;
    const items = Array.from({ length: isList ? fewestItems(inner) : 1 }, (_, item) => {
      // Ids of several items must differ.
      const itemSlug = item === 0 ? name : `${name}-${item + 1}`;
      const lines = Object.entries(nested.shape).flatMap(([key, child]) =>
        fieldLines(key, child as z.ZodType, { slug: itemSlug, today, answers: {} }),
      );
      // In a list the first field has the hyphen; comments may precede it.
      const first = lines.findIndex((line) => !line.startsWith("#"));
      return lines.map((line, i) => `${isList ? (i === first ? "  - " : "    ") : "  "}${line}`);
    });
    return [...comment(explain), `${name}:`, ...items.flat()];
  }
  return [...comment(explain), ...yaml(name, placeholder(type, name, slug, today))];
}

/** The minimum number of items in a list: one, or what its schema requires. */
function fewestItems(list: z.ZodArray): number {
  const isTooSmall = (length: number) =>
    list
      .safeParse(Array.from({ length }, () => ({})))
      .error?.issues.some(({ code, path }) => code === "too_small" && path.length === 0);
  let length = 1;
  while (isTooSmall(length)) length += 1;
  return length;
}

/** If no value can be guessed, nothing follows the colon: the check says what is expected. */
const yaml = (name: string, value: unknown) =>
  value === undefined
    ? [`${name}:`]
    : stringify({ [name]: value }, { lineWidth: 0 })
        .trimEnd()
        .split("\n");

function comment(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").filter(Boolean)) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length > 96) lines.push(`# ${word}`);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

/**
 * The first of a few values that the field accepts; undefined if only the writer can know one. Trying them keeps the
 * rules in the schema.
 */
function placeholder(type: z.ZodType, name: string, slug: string, today: string): unknown {
  const inner = unwrap(type);
  const accepts = (value: unknown) => type.safeParse(value).success;
  if (inner instanceof z.ZodArray) {
    const item = placeholder(inner.element as z.ZodType, name, slug, today);
    return [[], [item]].find((list) => accepts(list));
  }
  if (inner instanceof z.ZodEnum) return inner.options[0];
  const candidates = [
    // With the name of the file, because some fields must be unique on the site.
    `TODO ${name} of ${slug}`,
    `TODO ${name} of ${slug}?`,
    `TODO ${name}`,
    "TODO",
    // An id: parts and steps of a guide must not share one.
    `todo-${name === "id" ? slug : name}`,
    "todo",
    "/",
    today,
    "https://todo.example/",
    // The code that a file of content/errors is named after.
    slug.replace(/^0x.*/, (code) => `0x${code.slice(2).toUpperCase()}`),
    1,
    false,
  ];
  return candidates.find((candidate) => accepts(candidate));
}

/** Whether the field must be written: it has no default and is not optional. */
const isNeeded = (type: z.ZodType) => !type.safeParse(undefined).success;

/** Whether the field takes sentences, which are better written in the file than at a prompt. */
const isSentence = (type: z.ZodType) => type.safeParse("A sentence, with a comma?").success;

/** A field's description, from whichever layer of the schema has it. */
function describe(type: z.ZodType): string {
  const inner = unwrap(type);
  const element = inner instanceof z.ZodArray ? (inner.element as z.ZodType) : undefined;
  return type.description ?? inner.description ?? element?.description ?? "";
}
