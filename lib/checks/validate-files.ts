import { z } from "zod";
import { collections, singleFiles } from "../schema/collections";
import { nearest, type Problem } from "./problem";
import type { SourceFile } from "./read-content";
import { unwrap } from "../schema/texts";

/** A source file that its schema accepts. */
export type CheckedFile = Omit<SourceFile, "value"> & { value: Record<string, unknown> };

/** The schema of a collection or single file. */
export function schemaOf(collection: string): z.ZodObject {
  return collection in collections
    ? collections[collection as keyof typeof collections].schema
    : singleFiles[collection as keyof typeof singleFiles];
}

/** Checks each file against its schema: unknown, missing and wrong fields, at any depth. */
export function validateFiles(files: readonly SourceFile[]): {
  checked: CheckedFile[];
  problems: Problem[];
} {
  const checked: CheckedFile[] = [];
  const problems: Problem[] = [];
  for (const { value, ...source } of files) {
    const schema = schemaOf(source.collection);
    const result = schema.safeParse(value);
    if (result.success) checked.push({ ...source, value: result.data });
    else
      for (const issue of result.error.issues)
        problems.push(...toProblems(source.file, issue, schema, value));
  }
  return { checked, problems };
}

/** A problem from zod, in words that a writer can act on: what was expected, what was found, how to fix it. */
function toProblems(
  file: string,
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  document: unknown,
): Problem[] {
  const { path } = issue;
  const { type, description } = schemaAt(schema, path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => unknownField(file, fieldName([...path, key]), key, type));

  const field = fieldName(path);
  if (!field)
    return [
      {
        file,
        field: "file",
        message: `expected fields like “title: …”, found ${show(document)}`,
        remedy: "Copy another file of the folder and change what it says.",
      },
    ];
  const found = path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    document,
  );
  const explain = description ? ` The field means: ${description}` : "";
  const choice = issue.code === "invalid_value" ? issue.values.map(String) : [];
  const choiceText = choice.length > 0 ? ` One of: ${choice.join(", ")}.` : "";
  if (found === undefined)
    return [
      { file, field, message: "is missing", remedy: `Add “${field}”.${choiceText}${explain}` },
    ];
  if (found === null)
    return [
      {
        file,
        field,
        message: "has nothing after the colon",
        remedy: `Write a value for “${field}”.${choiceText}${explain}`,
      },
    ];
  const guess = typeof found === "string" ? nearest(found, choice) : undefined;
  return [
    {
      file,
      field,
      message: `expected ${expected(issue)}, found ${show(found)}`,
      remedy: guess
        ? `Did you mean “${guess}”? Write one of the words as it stands.${explain}`
        : `${remedyFor(issue, found)}${explain}`,
    },
  ];
}

function unknownField(
  file: string,
  field: string,
  key: string,
  type: z.ZodType | undefined,
): Problem {
  const known = type instanceof z.ZodObject ? Object.keys(type.shape) : [];
  const guess = nearest(key, known);
  return {
    file,
    field,
    message: `the field “${key}” is not known here`,
    remedy: `${guess ? `Did you mean “${guess}”? If not, remove it.` : "Remove it."} Known fields: ${known.join(", ")}.`,
  };
}

/** The names of zod's types in a sentence. */
const TYPE_WORDS: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "fields of its own",
};

function expected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_value":
      return `one of: ${issue.values.map(String).join(", ")}`;
    case "invalid_type":
      return TYPE_WORDS[issue.expected] ?? issue.expected;
    case "too_small":
      if (issue.origin === "array") return `a list with at least ${issue.minimum} entry`;
      if (issue.origin === "string") return issue.message;
      return `at least ${issue.minimum}`;
    case "too_big":
      if (issue.origin === "string" || issue.origin === "array") return issue.message;
      return `at most ${issue.maximum}`;
    default:
      // The messages of fields.ts and documents.ts are written to follow “expected”.
      return issue.message;
  }
}

function remedyFor(issue: z.core.$ZodIssue, found: unknown): string {
  if (issue.code === "invalid_value") return "Write one of the words as it stands.";
  if (issue.code === "invalid_type" && issue.expected === "string" && typeof found !== "object")
    return "Put the value in quotes, so that it is read as text.";
  if (issue.code === "invalid_type" && issue.expected === "array")
    return "Write each entry on a line of its own after a hyphen, or all between [ and ].";
  if (issue.code === "invalid_type" && issue.expected === "object")
    return "Write its fields on lines of their own, indented below it.";
  if (issue.code === "too_big" && issue.origin === "string") return "Say it more briefly.";
  return "Change the value.";
}

/** A value as the writer wrote it, shortened to fit a sentence. */
function show(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (typeof value === "string") {
    if (value === "") return "an empty text";
    return value.length > 60
      ? `“${value.slice(0, 60)}…” (${value.length} characters)`
      : `“${value.replaceAll("\n", "↵")}”`;
  }
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  return typeof value === "object" ? "fields" : String(value);
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, key) =>
      typeof key === "number" ? `${name}[${key}]` : name ? `${name}.${String(key)}` : String(key),
    "",
  );
}

/** The schema of a nested field, without “optional” and “default”, and its description. */
function schemaAt(
  schema: z.ZodType,
  path: readonly PropertyKey[],
): { type?: z.ZodType; description?: string } {
  let at: z.ZodType | undefined = schema;
  for (const key of path) {
    const type: z.ZodType = unwrap(at);
    if (type instanceof z.ZodObject) at = type.shape[String(key)] as z.ZodType | undefined;
    else if (type instanceof z.ZodArray) at = type.element as z.ZodType;
    else at = undefined;
    if (!at) return {};
  }
  const type = unwrap(at);
  return { type, description: at.description ?? type.description };
}
