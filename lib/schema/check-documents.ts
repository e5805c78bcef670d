import { z } from "zod";
import { collections, singleFiles } from "./documents";
import { nearest, type Problem } from "./problem";
import type { SourceFile } from "./read-content";

/** A source file whose fields are all as the schema wants them. */
export type CheckedFile = Omit<SourceFile, "value"> & { value: Record<string, unknown> };

/** The schema of a collection or single file. */
export function schemaOf(collection: string): z.ZodObject {
  return collection in collections
    ? collections[collection as keyof typeof collections].schema
    : singleFiles[collection as keyof typeof singleFiles];
}

/** Checks each file by itself against its schema: unknown, missing and wrong fields, at any depth. */
export function checkDocuments(files: readonly SourceFile[]): {
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
        problems.push(...toProblems(source.file, issue, schema));
  }
  return { checked, problems };
}

function toProblems(file: string, issue: z.core.$ZodIssue, schema: z.ZodType): Problem[] {
  const field = fieldName(issue.path);
  const at = schemaAt(schema, issue.path);
  const explain = at?.description ? ` The field means: ${at.description}` : "";
  if (issue.code === "unrecognized_keys") {
    const known = at instanceof z.ZodObject ? Object.keys(at.shape) : [];
    return issue.keys.map((key) => {
      const guess = nearest(key, known);
      return {
        file,
        field: field ? `${field}.${key}` : key,
        message: `the field “${key}” is not known here`,
        remedy: `${guess ? `Did you mean “${guess}”? ` : ""}Known fields: ${known.join(", ")}.`,
      };
    });
  }
  if (issue.code === "invalid_value")
    return [
      {
        file,
        field,
        message: `expected one of: ${issue.values.map(String).join(", ")}`,
        remedy: `Write one of these words as it stands.${explain}`,
      },
    ];
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined"))
    return [{ file, field, message: "is missing", remedy: `Add “${field}”.${explain}` }];
  return [
    { file, field: field || "file", message: issue.message, remedy: `Mend “${field}”.${explain}` },
  ];
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, key) =>
      typeof key === "number" ? `${name}[${key}]` : name ? `${name}.${String(key)}` : String(key),
    "",
  );
}

function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  const unwrap = (type: z.ZodType | undefined): z.ZodType | undefined =>
    type instanceof z.ZodOptional || type instanceof z.ZodDefault
      ? unwrap(type.def.innerType as z.ZodType)
      : type;
  for (const key of path) {
    const inner = unwrap(at);
    if (inner instanceof z.ZodObject) at = inner.shape[String(key)] as z.ZodType | undefined;
    else if (inner instanceof z.ZodArray) at = inner.element as z.ZodType;
    else return undefined;
  }
  return at?.description ? at : (unwrap(at) ?? at);
}
