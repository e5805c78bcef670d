import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import { createInterface, type Interface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { checkContent } from "../lib/checks/check-content";
import { unfinishedFields } from "../lib/checks/check-unfinished";
import { collections, type CollectionName } from "../lib/schema/collections";
import { SLUG_PATTERN } from "../lib/schema/fields";
import { nearest, problemText } from "../lib/checks/problem";
import { answerProblem, askedFields, skeleton, type AskedField } from "./skeleton";

/*
 * `npm run content:new`: asks a few questions, writes a new file of content/ as a draft that the check accepts, and
 * lists what is left to fill in.
 *
 *   --collection glossary --slug tpm      and any field of the collection: --title "TPM"
 *   --topics linking,licenses             lists are separated by commas
 *   --defaults                            asks nothing; writes TODO for answers that are not given
 *   --folder content                      another content folder
 */

/** Ends the command with a message for the writer instead of a stack trace. */
class Stop extends Error {}

const NAMES = Object.keys(collections) as CollectionName[];
const OWN_FLAGS = ["collection", "slug", "folder", "defaults"];

const FIELDS = NAMES.flatMap((name) => Object.keys(collections[name].schema.shape));
const { values } = parseArgs({
  options: {
    ...Object.fromEntries(FIELDS.map((name) => [name, { type: "string" as const }])),
    collection: { type: "string" },
    slug: { type: "string" },
    folder: { type: "string" },
    defaults: { type: "boolean" },
  } as Record<string, { type: "string" | "boolean" }>,
  // An unknown flag is reported below, together with the known ones.
  strict: false,
});
const flag = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);

let terminal: Interface | undefined;
let lines: NodeJS.AsyncIterator<string> | undefined;

/** Asks until the answer is valid. Without a terminal, the flag is required. */
async function ask(
  name: string,
  question: string,
  problemOf: (answer: string) => string | undefined,
) {
  const given = flag(name);
  if (given !== undefined) {
    const problem = problemOf(given);
    if (problem) throw new Stop(`--${name}: found “${given}”.\n    → ${problem}`);
    return given;
  }
  if (values.defaults) {
    const problem = problemOf("");
    if (problem) throw new Stop(`--${name} is missing.\n    → ${problem}`);
    return "";
  }
  terminal ??= createInterface({ input: process.stdin });
  // An iterator buffers lines that arrive before they are asked for, as from a file.
  lines ??= terminal[Symbol.asyncIterator]();
  for (;;) {
    process.stdout.write(`${question}\n> `);
    const { value, done } = await lines.next();
    // Ctrl+D, or no terminal.
    if (done) throw new Stop("\nStopped: no answer. Nothing was written.");
    const answer = value.trim();
    const problem = problemOf(answer);
    if (!problem) return answer;
    console.log(`    → ${problem}\n`);
  }
}

/** The values that a field accepts: those of the schema, or the file names in the folder of its name. */
function choiceOf(folder: string, { name, choice }: AskedField): string[] {
  const path = join(folder, name);
  if (choice.length > 0 || !NAMES.includes(name as CollectionName) || !existsSync(path))
    return choice;
  return readdirSync(path).map((file) => parse(file).name);
}

async function askField(
  collection: CollectionName,
  field: AskedField,
  folder: string,
): Promise<unknown> {
  const read = (answer: string): unknown => {
    if (answer === "") return field.fallback;
    if (field.isList) return answer.split(",").map((item) => item.trim());
    return typeof field.fallback === "number" ? Number(answer) : answer;
  };
  const words = choiceOf(folder, field);
  const choice = words.length > 0 ? `\n  One of: ${words.join(", ")}` : "";
  const list = field.isList ? " Separate several with commas." : "";
  const empty =
    field.fallback === undefined
      ? ""
      : `\n  Press Enter for: ${[field.fallback].flat().join(", ")}`;
  const answer = await ask(
    field.name,
    `\n${field.name}: ${field.explain}${list}${choice}${empty}`,
    (text) => {
      if (text === "" && field.fallback === undefined) return `It is required. ${field.explain}`;
      const problem = answerProblem(collection, field.name, read(text));
      return problem && `Expected ${problem}. ${field.explain}`;
    },
  );
  return read(answer);
}

async function main() {
  const folder = flag("folder") ?? "content";
  if (!existsSync(folder))
    throw new Stop(`There is no folder “${folder}”.\n    → Name a content folder.`);
  const collection = (await ask(
    "collection",
    `What is it?\n  One of: ${NAMES.join(", ")}`,
    (name) =>
      NAMES.includes(name as CollectionName)
        ? undefined
        : `${nearest(name, NAMES) ? `Did you mean “${nearest(name, NAMES)}”? ` : ""}Write one of: ${NAMES.join(", ")}.`,
  )) as CollectionName;
  const { ending } = collections[collection];
  const file = (slug: string) => `${collection}/${slug}${ending}`;
  const slug = await ask(
    "slug",
    "\nName of the file; it becomes the address, like “product-key” (an error code: the code)",
    (name) => {
      if (!SLUG_PATTERN.test(name)) return "Only lower-case letters, digits and single hyphens.";
      return existsSync(join(folder, file(name)))
        ? `${join(folder, file(name))} exists already: choose another name, or edit that file.`
        : undefined;
    },
  );
  const today = new Date().toISOString().slice(0, 10);
  const fields = askedFields(collection, slug, today);
  refuseUnknownFlags(fields);
  const answers: Record<string, unknown> = {};
  for (const field of fields) {
    answers[field.name] = await askField(collection, field, folder);
  }

  const path = join(folder, file(slug));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, skeleton(collection, slug, answers, today), { flag: "wx" });
  console.log(`\nWrote ${path}.`);
  sayWhatIsLeft(folder, file(slug));
}

function refuseUnknownFlags(fields: readonly AskedField[]) {
  const known = [...OWN_FLAGS, ...fields.map(({ name }) => name)];
  const unknown = Object.keys(values).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const guess = nearest(unknown, known);
  throw new Stop(
    `--${unknown} is unknown.\n    → ${guess ? `Did you mean --${guess}? ` : ""}Known: ${known.map((name) => `--${name}`).join(", ")}. Other fields are written in the file.`,
  );
}

/** Everything that a writer has to do before the page can go online. */
function sayWhatIsLeft(folder: string, file: string) {
  const { problems, checked } = checkContent(folder);
  const own = problems.filter((problem) => problem.file === file);
  const left = unfinishedFields(checked.find((document) => document.file === file)?.value);
  if (left.length > 0) console.log(`Left to write (TODO): ${left.join(", ")}.`);
  if (own.length > 0) {
    console.log("The check fails until these are fixed:\n");
    for (const problem of own) console.log(`${problemText(problem, folder)}\n`);
  } else console.log("The check accepts it as a draft.");
  console.log("Then remove “draft: true”, if the file has it, and run npm run content:check.");
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  terminal?.close();
}
