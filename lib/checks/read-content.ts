import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
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

/** Reads every source file of a content folder. What cannot be parsed comes back as a problem. */
export function readContent(folder: string): { files: SourceFile[]; problems: Problem[] } {
  const files: SourceFile[] = [];
  const problems: Problem[] = [];

  const read = (file: string, collection: string, slug: string) => {
    // Some editors on Windows begin a file with an invisible mark.
    const source = readFileSync(join(folder, file), "utf8").replace(/^\uFEFF/, "");
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
    const yaml = markdown ? (markdown[1] ?? "") : source;
    const document = parseDocument(yaml, { version: "1.1", schema: "core" });
    const error = document.errors[0];
    if (error) {
      problems.push({
        file,
        field: `line ${lineOf(yaml, error.pos[0]) + (markdown ? 1 : 0)}`,
        message: error.message.split("\n")[0] ?? "not valid YAML",
        remedy:
          "Mend this line or the one before it: mind the indentation, and put a text that has a colon, a quote or a # on lines of its own after `|`.",
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

  problems.push(...unknownEntries(folder));
  for (const [name, { ending }] of Object.entries(collections)) {
    const path = join(folder, name);
    for (const entry of existsSync(path) ? readdirSync(path).sort() : []) {
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
    if (existsSync(join(folder, file))) read(file, name, name);
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

/** Files and folders that no collection reads: most often a folder with a typo in its name. */
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
