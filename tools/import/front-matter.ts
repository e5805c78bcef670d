import { parse, stringify } from "yaml";
import { removeInvisible } from "./invisible";
import type { Notes } from "./notes";
import { ImportProblem } from "./problem";
import { topicOfTag } from "./topic-map";

/** A source file, split into front matter and text. */
type SourceParts = {
  fields: Record<string, unknown>;
  /** The line of a field. */
  lineOfField: (name: string) => number;
  body: string;
  bodyLine: number;
};

/** The YAML parser needs 20 seconds for 1 MB, a hundred times as much as any article has. */
const LONGEST = 50_000;

/** Splits a source file into front matter and text. Hexo allows the first line of hyphens to be missing. */
export function splitSource(source: string, notes: Notes): SourceParts {
  const text = removeInvisible(source.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"), notes);
  const toml = /^\+\+\+[ \t]*\n([\s\S]*?)^\+\+\+[ \t]*(?:\n|$)/m.exec(text);
  const found =
    (toml?.index === 0 ? toml : undefined) ??
    /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text) ??
    /^((?:\w[\w-]*:.*\n(?:[ \t-].*\n)*)+)---[ \t]*(?:\n|$)/.exec(text);
  if (!found || found.index !== 0) {
    notes.changed.push({
      line: 1,
      what: "no front matter",
      why: "The file does not begin with fields between lines of three hyphens; everything is treated as text.",
      text: "",
    });
    return { fields: {}, lineOfField: () => 1, body: text, bodyLine: 1 };
  }
  const yaml = found[1] ?? "";
  if (yaml.length > LONGEST)
    throw new ImportProblem({
      message: `expected at most ${LONGEST / 1000} KB of front matter, found ${Math.ceil(yaml.length / 1000)} KB`,
      remedy: "Remove the fields that an article does not need.",
    });
  const body = text.slice(found[0].length);
  const lines = text.split("\n");
  const drop = (index: number, what: string, why: string, text: string) =>
    notes.dropped.push({ line: index + 2, what, why, text });
  for (const [i, line] of yaml.split("\n").entries()) {
    const comment = /^(?:(?:"[^"]*"|'[^']*'|[^"'#])*\s)?(#.*)$/.exec(line)?.[1];
    if (comment) drop(i, "comment", "It was not shown to readers.", comment.trim());
  }
  const table = found === toml ? /^\s*\[[^]*/m.exec(yaml) : null;
  if (table)
    drop(
      yaml.slice(0, table.index).split("\n").length - 1,
      "front matter: tables",
      "Our articles have no such fields.",
      table[0].trim(),
    );
  return {
    fields: found === toml ? readToml(yaml) : readFields(yaml, notes),
    lineOfField: (name) =>
      Math.max(
        0,
        lines.findIndex(
          (line) => line.startsWith(name) && /^\s*[:=]/.test(line.slice(name.length)),
        ),
      ) + 1,
    body,
    bodyLine: found[0].split("\n").length,
  };
}

/** Generators tolerate invalid YAML, such as a colon in a title without quotes. */
function readFields(yaml: string, notes: Notes): Record<string, unknown> {
  try {
    const value: unknown = parse(yaml, { version: "1.1", schema: "core" });
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return Object.fromEntries(
        Object.entries(value).map(([name, field]) => {
          if (typeof field === "object" && !Array.isArray(field) && field)
            notes.changed.push({
              line: yaml.split("\n").findIndex((line) => line.startsWith(`${name}:`)) + 2,
              what: `front matter: ${name}`,
              why: "Expected text, found fields; they are kept as text.",
              text: stringify(field).trim(),
            });
          return [name, textOrList(field)];
        }),
      );
  } catch {
    // Read line by line below.
  }
  notes.changed.push({
    line: 1,
    what: "front matter that is not valid YAML",
    why: "Read line by line instead; compare the fields with the original.",
    text: yaml.trim(),
  });
  const fields: Record<string, unknown> = {};
  let list: string | undefined;
  for (const line of yaml.split("\n")) {
    const field = /^([\w-]+):[ \t]*(.*)$/.exec(line);
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(line);
    if (field?.[1]) {
      list = field[1];
      fields[list] = unquote(field[2] ?? "");
    } else if (item && list) {
      const before = fields[list];
      const value = unquote(item[1] ?? "");
      if (Array.isArray(before)) before.push(value);
      else fields[list] = [value];
    }
  }
  return fields;
}

/** A field as text or a list of texts. Anything else, such as a list that contains itself, becomes YAML. */
function textOrList(value: unknown, depth = 0): unknown {
  if (Array.isArray(value) && depth < 3) return value.map((item) => textOrList(item, depth + 1));
  return typeof value !== "object" || value === null || value instanceof Date
    ? value
    : stringify(value).trim();
}

/** The fields of Hugo's front matter that articles have: text, dates, lists. Tables end them. */
function readToml(toml: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const [top = ""] = toml.split(/^\s*\[/m);
  for (const [, name = "", value = ""] of top.matchAll(
    /^[ \t]*"?([\w-]+)"?[ \t]*=[ \t]*(\[[^\]]*\]|.*)$/gm,
  )) {
    const texts = [...value.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g)].map(
      ([, quoted, literal]) => quoted?.replace(/\\(.)/g, "$1") ?? literal ?? "",
    );
    fields[name] = value.startsWith("[")
      ? texts
      : (texts[0] ?? value.replace(/\s+#.*$/, "").trim());
  }
  return fields;
}

const unquote = (value: string) => value.trim().replace(/^(["'])(.*)\1$/, "$2");

/** The fields of an article that come from the front matter. */
type MappedFields = {
  title: string;
  description?: string;
  published?: string;
  updated?: string;
  topics: string[];
  words: string[];
};

/** The fields that our articles have, and their names in other generators. */
const NAMES = {
  title: ["title"],
  date: ["date"],
  updated: ["updated", "last_modified_at", "lastmod", "modified"],
  tags: ["tags", "tag"],
  categories: ["categories", "category"],
  description: ["description"],
  excerpt: ["excerpt", "summary", "subtitle"],
  keywords: ["keywords", "keyword"],
} as const;

/** The names of these fields in our articles, where they are fields. */
const OURS: Partial<Record<keyof typeof NAMES, string>> = {
  updated: "updated",
  excerpt: "description",
  date: "published",
};

const PICTURES = new Set([
  "thumbnail",
  "cover",
  "image",
  "img",
  "photos",
  "banner",
  "feature",
  "top_img",
  "header",
]);

/** Maps the fields of a legacy article to ours; notes the values of all others. */
export function mapFields(
  fields: Record<string, unknown>,
  {
    fileName,
    notes,
    knownTopics,
    lineOfField,
  }: {
    fileName: string;
    notes: Notes;
    knownTopics: readonly string[];
    lineOfField: SourceParts["lineOfField"];
  },
): MappedFields {
  const noteOf = (name: string, why: string, value: unknown) => ({
    line: lineOfField(name),
    what: `front matter: ${name}`,
    why,
    text: show(value),
  });
  const drop = (name: string, why: string, value: unknown) =>
    notes.dropped.push(noteOf(name, why, value));
  const change = (name: string, why: string, value: unknown) =>
    notes.changed.push(noteOf(name, why, value));
  const used = new Set<string>();
  const take = (kind: keyof typeof NAMES): unknown => {
    const [first, ...more] = NAMES[kind].filter((name) => name in fields);
    [first, ...more].forEach((name) => name && used.add(name));
    for (const name of more) drop(name, `“${first}” says it already.`, fields[name]);
    if (first === undefined) return undefined;
    const ours = OURS[kind];
    if (ours && first !== ours && plain(fields[first]))
      change(first, `It is the field “${ours}”.`, fields[first]);
    return fields[first];
  };

  const rawTitle =
    plain(take("title")) ||
    fileName.replace(/^\d{4}-\d{2}-\d{2}-|\.\w+$/g, "").replace(/[-_]+/g, " ");
  const prefix = /^(?:\[[^\]]*\]|【[^】]*】)\s*/.exec(rawTitle)?.[0] ?? "";
  if (prefix)
    drop(
      "title",
      "A tag before the title, as article farms add it, is not part of it.",
      prefix.trim(),
    );
  const title = cut(rawTitle.slice(prefix.length), 90);
  if (title !== rawTitle.slice(prefix.length))
    change("title", "A title has at most 90 characters.", rawTitle);

  const textOf = (name: "description" | "excerpt") => {
    const value = take(name);
    const text = plain(value);
    if (repeatsTitle(text, rawTitle)) {
      drop(name, "It only repeats the title.", value);
      return "";
    }
    if (text && text !== String(value).trim())
      change(name, "Markup and line breaks are removed.", value);
    return text;
  };
  const description = textOf("description");
  const excerpt = textOf("excerpt");
  const chosen = description || excerpt;
  if (description && excerpt && excerpt !== description)
    drop("excerpt", "The description says it already.", excerpt);
  if (chosen.length > 200)
    change("description", "A description has at most 200 characters.", chosen);

  const topics = new Set<string>();
  for (const kind of ["tags", "categories"] as const)
    for (const tag of tagsOf(take(kind))) {
      const topic = topicOfTag(tag);
      if (topic && knownTopics.includes(topic)) {
        topics.add(topic);
        if (topic !== tag) change(kind, `It is the topic “${topic}”.`, tag);
      } else drop(kind, "It is none of our topics; see tools/import/topic-map.ts.", tag);
    }

  const words = [...new Set(keywordsOf(take("keywords")))];
  if (words.length > 0) change("keywords", "They are the field “words”.", words.join(", "));
  for (const word of words.filter((word) => word.length > 80))
    drop("keywords", "A word has at most 80 characters.", word);

  const published = dayOf(take("date"), "date", change) ?? /^\d{4}-\d{2}-\d{2}/.exec(fileName)?.[0];
  const updated = dayOf(take("updated"), "updated", change);
  for (const [name, value] of Object.entries(fields)) {
    if (value === null || value === "" || (Array.isArray(value) && value.length === 0))
      drop(name, "It is empty.", "");
    else if (used.has(name)) continue;
    else
      drop(
        name,
        PICTURES.has(name) ? "Content has no images." : "Our articles have no such field.",
        value,
      );
  }
  return {
    title,
    ...(chosen ? { description: cut(chosen, 200) } : {}),
    ...(published ? { published } : {}),
    ...(updated ? { updated } : {}),
    topics: [...topics],
    words: words.filter((word) => word.length <= 80),
  };
}

/** “This article describes <title>” is not a description. */
const repeatsTitle = (text: string, title: string) =>
  text.includes(title) &&
  /^\W*(?:(?:this|the|an?) (?:article|post|guide|page)(?: \w+)?)?\W*$/i.test(
    text.replace(title, ""),
  );

/** Plain text on one line: generators put markup into descriptions. */
function plain(value: unknown): string {
  if (value === undefined || value === null) return "";
  return String(value)
    .replace(/<[^<>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Lists, nested lists, “a, b”, and the “a b” of Jekyll. */
function tagsOf(value: unknown): string[] {
  if (Array.isArray(value))
    return value.flatMap((item) => (typeof item === "string" ? [item.trim()] : tagsOf(item)));
  if (value === undefined || value === null) return [];
  const text = String(value).trim();
  if (text.includes(","))
    return text
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean);
  return topicOfTag(text) ? [text] : text.split(/\s+/).filter(Boolean);
}

function keywordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keywordsOf);
  return plain(value)
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
}

function dayOf(
  value: unknown,
  name: string,
  change: (name: string, why: string, value: unknown) => void,
): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = value instanceof Date ? value.toISOString() : String(value);
  // Hexo also reads “2023/8/5”.
  const [, year, , month = "", ofMonth = ""] =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text) ?? [];
  const day = year && [year, month.padStart(2, "0"), ofMonth.padStart(2, "0")].join("-");
  if (day !== text) change(name, day ? "Only the day is kept." : "It is not a date.", text);
  return day;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/, "")}…`;
}

const show = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
