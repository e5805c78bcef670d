import { z } from "zod";

/** A Markdown field of a document: its path and its text. */
export type TextField = { field: string; markdown: string };

/**
 * All Markdown fields of a document, in the order of the schema. Finds them by the mark that `text()` in `fields.ts`
 * sets, so a new field needs no change here.
 */
export function textsOf(schema: z.ZodType, value: unknown, field = ""): TextField[] {
  const inner = unwrap(schema);
  if (value === undefined || value === null) return [];
  if (inner instanceof z.ZodObject && typeof value === "object") {
    const record = value as Record<string, unknown>;
    return Object.entries(inner.shape).flatMap(([key, child]) =>
      textsOf(child as z.ZodType, record[key], field ? `${field}.${key}` : key),
    );
  }
  if (inner instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((item, index) =>
      textsOf(inner.element as z.ZodType, item, `${field}[${index}]`),
    );
  if (typeof value === "string" && isMarkdown(schema)) return [{ field, markdown: value }];
  return [];
}

/** A schema without its “optional”, “default” and “nullable”. */
export function unwrap(schema: z.ZodType): z.ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable
  )
    return unwrap(schema.def.innerType as z.ZodType);
  return schema;
}

/** Whether a field contains Markdown. */
export function isMarkdown(schema: z.ZodType): boolean {
  return schema.meta()?.markdown === true || unwrap(schema).meta()?.markdown === true;
}
