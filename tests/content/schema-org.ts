import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ts from "typescript";

/*
 * The vocabulary of schema.org, read from schema-dts, which Google generates from schema.org's own file: for each
 * type its subtypes and properties, and for each property what its value may be.
 */

/** What a text must look like to be a value of a data type; a range with none of these takes objects only. */
const TEXTS: Record<string, RegExp> = {
  Text: /^/,
  URL: /^https?:\/\/[^\s/]+(\/\S*)?$/,
  Date: /^\d{4}-\d\d-\d\d$/,
  DateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/,
  Duration: /^P(?=.)(\d+[YMWD])*(T(?=.)(\d+[HMS])*)?$/,
};
const NUMBERS = ["Number", "Integer", "Float"];

type Declared = { bases: string[]; ranges: Map<string, string[]> };
const declared = new Map<string, Declared>();
/** The direct subtypes of a type, and itself. */
const unions = new Map<string, string[]>();

const source = ts.createSourceFile(
  "schema.d.ts",
  readFileSync(createRequire(import.meta.url).resolve("schema-dts/dist/schema.d.ts"), "utf8"),
  ts.ScriptTarget.Latest,
);
const text = (node: ts.Node) => node.getText(source);
const namesIn = (type: ts.TypeNode | undefined): string[] => {
  if (!type) return [];
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(namesIn);
  return ts.isTypeReferenceNode(type) ? [text(type.typeName)] : [];
};
for (const statement of source.statements) {
  if (ts.isTypeAliasDeclaration(statement))
    unions.set(text(statement.name), namesIn(statement.type));
  if (!ts.isInterfaceDeclaration(statement)) continue;
  const bases = (statement.heritageClauses ?? []).flatMap(({ types }) =>
    types.map(({ expression }) => text(expression)),
  );
  const ranges = new Map<string, string[]>();
  for (const member of statement.members)
    if (ts.isPropertySignature(member) && member.type && ts.isTypeReferenceNode(member.type))
      ranges.set(text(member.name).replaceAll('"', ""), namesIn(member.type.typeArguments?.[0]));
  declared.set(text(statement.name), { bases, ranges });
}

/** What a property of a type may be, from the type itself or one above it; undefined if it has no such property. */
function rangeOf(name: string, property: string): string[] | undefined {
  const found = declared.get(name);
  return (
    found?.ranges.get(property) ??
    found?.bases.map((base) => rangeOf(base, property)).find((range) => range !== undefined)
  );
}

/** Whether a type is another one or below it. */
const isA = (type: string, other: string): boolean =>
  type === other ||
  (unions.get(other) ?? []).some(
    (name) => name !== other && declared.has(`${name}Leaf`) && isA(type, name),
  );

type Node = Record<string, unknown>;

/** What is wrong with a node and all nodes in it, by schema.org's definitions. */
export function schemaProblems(node: Node): string[] {
  const { "@type": type, "@context": _context, "@graph": graph, ...properties } = node;
  if (graph) return (graph as Node[]).flatMap(schemaProblems);
  if (typeof type !== "string" || !declared.has(`${type}Leaf`))
    return [`${String(type)} is no type of schema.org`];
  return Object.entries(properties).flatMap(([property, value]) => {
    const range = rangeOf(`${type}Leaf`, property);
    if (!range) return [`${type} has no property ${property}`];
    return [value].flat().flatMap((one) => {
      const wrong = `${type}.${property}: expected ${range.join(" or ")}, found ${JSON.stringify(one)}`;
      if (typeof one === "number")
        return NUMBERS.some((name) => range.includes(name)) ? [] : [wrong];
      if (typeof one === "string")
        return range.some((name) => TEXTS[name]?.test(one)) ? [] : [wrong];
      if (typeof one === "boolean") return range.includes("Boolean") ? [] : [wrong];
      const inner = one as Node;
      // A reference to something that is described elsewhere.
      if (Object.keys(inner).join() === "@id")
        return range.includes("IdReference") && TEXTS.URL?.test(String(inner["@id"]))
          ? []
          : [wrong];
      const fits = range.some((name) => isA(String(inner["@type"]), name));
      return [...(fits ? [] : [wrong]), ...schemaProblems(inner)];
    });
  });
}
