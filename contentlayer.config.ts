import { defineDocumentType, makeSource, type FieldDefs } from "contentlayer2/source-files";
import { z } from "zod";
import { collections, singleFiles } from "./lib/schema/collections";

/*
 * The document types are derived from the schemas in lib/schema, the only definition of the content.
 * contentlayer reads, watches and generates. It passes nested values on as JSON, since it would not
 * check them (docs/decisions/0002).
 */

function fieldType(schema: z.ZodType): "string" | "number" | "boolean" | "date" | "json" {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return fieldType(schema.def.innerType as z.ZodType);
  if (schema instanceof z.ZodPipe) return "date";
  if (schema instanceof z.ZodString || schema instanceof z.ZodEnum) return "string";
  if (schema instanceof z.ZodNumber) return "number";
  if (schema instanceof z.ZodBoolean) return "boolean";
  return "json";
}

function fieldsOf(schema: z.ZodObject): FieldDefs {
  return Object.fromEntries(
    Object.entries(schema.shape)
      .filter(([name]) => name !== "body")
      .map(([name, field]) => [
        name,
        {
          type: fieldType(field as z.ZodType),
          required: !(field as z.ZodType).safeParse(undefined).success,
        },
      ]),
  ) as FieldDefs;
}

/** "error-families" → "ErrorFamilies": the name of the type that contentlayer generates. */
const typeName = (name: string) =>
  name.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());

const documentTypes = [
  ...Object.entries(collections).map(([name, { schema, ending }]) =>
    defineDocumentType(() => ({
      name: typeName(name),
      filePathPattern: `${name}/*${ending}`,
      contentType: ending === ".md" ? "markdown" : "data",
      fields: fieldsOf(schema),
    })),
  ),
  ...Object.entries(singleFiles).map(([name, schema]) =>
    defineDocumentType(() => ({
      name: typeName(name),
      filePathPattern: `${name}.yaml`,
      contentType: "data",
      isSingleton: true,
      fields: fieldsOf(schema),
    })),
  ),
];

export default makeSource({
  contentDirPath: "content",
  documentTypes,
  disableImportAliasWarning: true,
  onUnknownDocuments: "fail",
  onExtraFieldData: "fail",
  onMissingOrIncompatibleData: "fail",
});
