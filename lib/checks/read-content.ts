import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { type Document, isAlias, isNode, parseDocument, visit } from "yaml";
import { decodeSource } from "./check-source";
import { markdownSize } from "./markdown-limits";
import { collections, singleFiles } from "../schema/collections";
import { lineOf, nearest, type Problem } from "./problem";

/** A source file of `content/`, parsed but not yet checked. */
export type SourceFile = {
  /** Path from the content folder, `errors/0xc004f211.yaml`. */
  file: string;
  collection: string;
  slug: string;
  value: unknown;
};

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/;

/** Reads every source file of a content folder. Files that cannot be parsed become problems. */
export function readContent(folder: string): { files: SourceFile[]; problems: Problem[] } {
  const files: SourceFile[] = [];
  const problems: Problem[] = [];

  const read = (file: string, collection: string, slug: string) => {
    const bytes = readBytes(folder, file);
    const { source, problem } = Buffer.isBuffer(bytes)
      ? decodeSource(file, bytes)
      : { problem: bytes };
    if (problem) {
      problems.push(problem);
      return;
    }
    const markdown = file.endsWith(".md") ? FRONT_MATTER.exec(source) : undefined;
    if (markdown === null) {
      problems.push({
        file,
        field: "front matter",
        message: "the file does not begin with fields between two lines of three hyphens",
        remedy:
          "Begin the file with ---, then the fields, then ---, as other files of the folder do.",
      });
      return;
    }
    const size = markdownSize(markdown?.[2] ?? "");
    if (size.excess !== undefined) {
      problems.push({
        file,
        field: `line ${lineOf(source, source.length - (markdown?.[2] ?? "").length) + size.line - 1}`,
        message: size.excess,
        remedy: "Split it, with empty lines or into several pages, or take out what is not text.",
      });
      return;
    }
    const yaml = markdown ? (markdown[1] ?? "") : source;
    const firstLine = markdown ? 2 : 1;
    const lineAt = (offset: number) => `line ${lineOf(yaml, offset) + firstLine - 1}`;
    let document: Document.Parsed;
    try {
      document = parseDocument(yaml, { version: "1.1", schema: "core" });
    } catch {
      problems.push({
        file,
        field: "file",
        message: "expected fields a few levels deep, found too many brackets or levels to read",
        remedy: "Write it anew, after another file of the folder.",
      });
      return;
    }
    const error = document.errors[0];
    if (error) {
      problems.push({
        file,
        field: lineAt(error.pos[0]),
        message: error.message.split("\n")[0] ?? "not valid YAML",
        remedy:
          "Mend this line or the one before it: mind the indentation, and put a text that has a colon, a quote or a # on lines of its own after `|`.",
      });
      return;
    }
    const extra = firstExtra(document);
    if (extra) {
      problems.push({
        file,
        field: lineAt(extra.offset),
        message: `expected plain fields, found ${extra.what}`,
        remedy: extra.remedy,
      });
      return;
    }
    const value: unknown = document.toJS();
    const body = markdown?.[2]?.trim();
    files.push({
      file,
      collection,
      slug,
      value: body !== undefined && isRecord(value) ? { ...value, body } : value,
    });
  };

  const entriesOf = (path: string): string[] => {
    const kind = kindOf(path);
    if (kind === "nothing") return [];
    try {
      return readdirSync(path).sort();
    } catch {
      problems.push(unreadable(relative(folder, path), "a folder", kind));
      return [];
    }
  };

  problems.push(...unknownEntries(folder));
  for (const [name, { ending }] of Object.entries(collections)) {
    const path = join(folder, name);
    for (const entry of entriesOf(path)) {
      if (entry.startsWith(".")) continue;
      if (entry.endsWith(ending)) read(`${name}/${entry}`, name, entry.slice(0, -ending.length));
      else
        problems.push({
          file: `${name}/${entry}`,
          field: "file name",
          message: `expected a name that ends in ${ending}, found “${entry}”`,
          remedy: `Rename the file so that it ends in ${ending}, or move it out of content/${name}.`,
        });
    }
  }
  for (const name of Object.keys(singleFiles)) {
    const file = `${name}.yaml`;
    if (kindOf(join(folder, file)) !== "nothing") read(file, name, name);
    else
      problems.push({
        file,
        field: "file",
        message: "is missing",
        remedy: `Add content/${file}, if need be with an empty list; lib/schema/ shows its fields.`,
      });
  }
  return { files, problems };
}

/** Files and folders that no collection reads, mostly because of a typo in the name. */
function unknownEntries(folder: string): Problem[] {
  const known = [...Object.keys(collections), ...Object.keys(singleFiles).map((n) => `${n}.yaml`)];
  return readdirSync(folder).flatMap((entry) => {
    if (entry.startsWith(".") || known.includes(entry)) return [];
    const guess = nearest(entry, known);
    return [
      {
        file: entry,
        field: "file name",
        message: "nothing reads this file or folder",
        remedy: `${guess ? `Did you mean “${guess}”? If not, move it away.` : "Move it away."} The content has: ${known.join(", ")}.`,
      },
    ];
  });
}

const REMEDIES = {
  "a folder": "Rename or remove the folder.",
  "a link that leads nowhere": "Put what it should lead to in its place, or remove it.",
  "a file": "Move the file into a folder of this name.",
  "a file that must not be read": "Give yourself the right to read it.",
  nothing: "Restore it.",
};

/** What is at a path. */
function kindOf(path: string): keyof typeof REMEDIES {
  try {
    return statSync(path).isDirectory() ? "a folder" : "a file";
  } catch {
    return lstatSync(path, { throwIfNoEntry: false }) ? "a link that leads nowhere" : "nothing";
  }
}

const unreadable = (file: string, wanted: string, kind: keyof typeof REMEDIES): Problem => ({
  file,
  field: "file",
  message: `expected ${wanted}, found ${kind}`,
  remedy: REMEDIES[kind],
});

/** The bytes of a file, or the problem that it cannot be read. */
function readBytes(folder: string, file: string): Buffer | Problem {
  const path = join(folder, file);
  try {
    return readFileSync(path);
  } catch {
    const kind = kindOf(path);
    return unreadable(file, "a file", kind === "a file" ? "a file that must not be read" : kind);
  }
}

/** Features of YAML that content must not use: anchors, and custom types. */
function firstExtra(
  document: Document.Parsed,
): { offset: number; what: string; remedy: string } | undefined {
  let found: { offset: number; what: string; remedy: string } | undefined;
  visit(document, (_, node) => {
    if (!isNode(node)) return undefined;
    const name = isAlias(node) ? `*${node.source}` : node.anchor && `&${node.anchor}`;
    const offset = node.range?.[0] ?? 0;
    if (name)
      found = {
        offset,
        what: `the name “${name}” for a value`,
        remedy:
          "Write the value itself in each place. A text that begins with & or * needs quotes.",
      };
    else if (node.tag)
      found = {
        offset,
        what: `the type “${node.tag}”`,
        remedy:
          "Remove the word with the exclamation mark. A text that begins with ! needs quotes.",
      };
    return found ? visit.BREAK : undefined;
  });
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
