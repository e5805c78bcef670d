import type { Heading, Root, RootContent } from "mdast";
import { visit } from "unist-util-visit";
import { TEXT_ELEMENTS } from "../text/elements";
import { headingsOf } from "../text/headings";
import {
  attributeOf,
  elementsOf,
  isElement,
  parseText,
  type TextElement,
} from "../text/parse-text";
import { FIXED_ADDRESSES, addressOf } from "./addresses";
import { schemaOf, type CheckedFile } from "./check-documents";
import type { ErrorCodeDocument, Fact, Guide, Message, Publisher } from "./documents";
import { nearest, type Problem } from "./problem";
import { textsOf, type TextField } from "./texts";

/** Checks what needs more than one file: links, ids, facts, titles, components, guide questions. */
export function checkTogether(files: readonly CheckedFile[]): Problem[] {
  const site = new Site(files);
  return files.flatMap((file) => [
    ...checkUnique(file, site),
    ...checkReferences(file, site),
    ...checkSources(file, site),
    ...site.textsOf(file).flatMap((text) => checkText(file, text, site)),
    ...(file.collection === "guides" ? checkGuide(file, site) : []),
    ...(file.collection === "errors" ? checkErrorCode(file, site) : []),
    ...(file.collection === "facts" ? checkPublishers(file, site) : []),
  ]);
}

/** What is known of the whole content folder. */
class Site {
  readonly addresses = new Map<string, CheckedFile | undefined>();
  readonly slugs = new Map<string, Set<string>>();
  readonly facts = new Map<string, Fact>();
  readonly messages = new Map<string, Message>();
  readonly publishers: Publisher[] = [];
  readonly published = new Map<string, { id: string; number: number; now?: string[] }[]>();
  readonly first = new Map<string, CheckedFile>();
  private readonly texts = new Map<CheckedFile, TextField[]>();

  constructor(files: readonly CheckedFile[]) {
    for (const address of FIXED_ADDRESSES) this.addresses.set(address, undefined);
    for (const file of files) {
      const { collection, slug, value } = file;
      const known = this.slugs.get(collection) ?? new Set<string>();
      this.slugs.set(collection, known.add(slug));
      const address = addressOf(collection, slug);
      if (address && !value.draft) this.addresses.set(address, file);
      if (collection === "facts")
        for (const fact of value.facts as Fact[]) this.facts.set(fact.id, fact);
      if (collection === "messages") this.messages.set(slug, value as Message);
      if (collection === "publishers") this.publishers.push(...(value.publishers as Publisher[]));
      if (collection === "published-steps")
        for (const { guide, steps } of value.guides as {
          guide: string;
          steps: { id: string; number: number; now?: string[] }[];
        }[])
          this.published.set(guide, steps);
    }
  }

  textsOf(file: CheckedFile): TextField[] {
    let texts = this.texts.get(file);
    if (!texts) {
      texts = textsOf(schemaOf(file.collection), file.value);
      this.texts.set(file, texts);
    }
    return texts;
  }

  has(collection: string, slug: string): boolean {
    return this.slugs.get(collection)?.has(slug) ?? false;
  }

  /** Notes a name that must be unique; gives the file that had it first. */
  claim(kind: string, name: string, file: CheckedFile): CheckedFile | undefined {
    const key = `${kind}\n${name.toLowerCase()}`;
    const first = this.first.get(key);
    if (!first) this.first.set(key, file);
    return first;
  }
}

function checkUnique(file: CheckedFile, site: Site): Problem[] {
  const { value } = file;
  const problems: Problem[] = [];
  const check = (kind: string, field: string, name: unknown) => {
    if (typeof name !== "string") return;
    const first = site.claim(kind, name, file);
    if (first)
      problems.push({
        file: file.file,
        field,
        message: `the ${kind} “${name}” is also in content/${first.file}`,
        remedy: `Each ${kind} exists once on the whole site; change one of the two.`,
      });
  };
  if (addressOf(file.collection, file.slug) || file.collection === "settings-pages") {
    check("title", "title", value.title);
    check("description", "description", value.description);
  }
  for (const [index, question] of ((value.questions as string[] | undefined) ?? []).entries())
    check("question", `questions[${index}]`, question);
  if (file.collection === "facts")
    for (const [index, fact] of (value.facts as Fact[]).entries())
      check("fact id", `facts[${index}].id`, fact.id);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(file.slug))
    problems.push({
      file: file.file,
      field: "file name",
      message: "the file name becomes the address",
      remedy: "Use lower-case letters, digits and single hyphens only.",
    });
  return problems;
}

function checkReferences(file: CheckedFile, site: Site): Problem[] {
  const { value } = file;
  const problems: Problem[] = [];
  const refer = (collection: string, field: string, slug: unknown) => {
    if (typeof slug === "string" && !site.has(collection, slug))
      problems.push(
        unknown(
          file,
          field,
          slug,
          [...(site.slugs.get(collection) ?? [])],
          `content/${collection}`,
        ),
      );
  };
  const list = (name: string) => (value[name] as string[] | undefined) ?? [];
  for (const [i, topic] of list("topics").entries()) refer("topics", `topics[${i}]`, topic);
  for (const [i, message] of list("lookAlikes").entries())
    refer("messages", `lookAlikes[${i}]`, message);
  if (file.collection === "errors") refer("error-families", "family", value.family);
  for (const [i, code] of list("errorCodes").entries())
    refer("errors", `errorCodes[${i}]`, code.toLowerCase());
  for (const [i, address] of list("related").entries())
    problems.push(...checkLink(file, `related[${i}]`, address, site));
  for (const [i, exit] of ((value.exits as { to: string }[] | undefined) ?? []).entries())
    problems.push(...checkLink(file, `exits[${i}].to`, exit.to, site));
  for (const [field, id] of factFields(file))
    if (!site.facts.has(id))
      problems.push(unknown(file, field, id, [...site.facts.keys()], "content/facts"));
  return problems;
}

/** The facts that the fields of a document name (its texts are looked at elsewhere). */
function factFields({ collection, value }: CheckedFile): [string, string][] {
  if (collection === "facts") return [];
  const found = ((value.facts as string[] | undefined) ?? []).map((id, index): [string, string] => [
    `facts[${index}]`,
    id,
  ]);
  if (typeof value.fact === "string") found.push(["fact", value.fact]);
  return found;
}

function checkSources(file: CheckedFile, site: Site): Problem[] {
  if (!addressOf(file.collection, file.slug) || file.collection === "topics") return [];
  const named =
    factFields(file).length +
    site
      .textsOf(file)
      .reduce((sum, { markdown }) => sum + (markdown.includes("<Fact ") ? 1 : 0), 0);
  return named > 0
    ? []
    : [
        {
          file: file.file,
          field: "facts",
          message: "the document names no fact, so it has no source",
          remedy:
            'Put <Fact id="…" /> after a claim in the text, or list ids of content/facts under “facts”.',
        },
      ];
}

function checkLink(file: CheckedFile, field: string, address: string, site: Site): Problem[] {
  const [path = "", anchor] = address.split("#");
  if (!site.addresses.has(path))
    return [unknown(file, field, path, [...site.addresses.keys()], "the site", "page")];
  const target = site.addresses.get(path);
  if (anchor && target && !anchorsOf(target).includes(anchor))
    return [unknown(file, field, anchor, anchorsOf(target), path, "anchor")];
  return [];
}

function anchorsOf(file: CheckedFile): string[] {
  if (file.collection === "articles")
    return [...headingsOf(parseText(file.value.body as string)).values()].map(({ id }) => id);
  if (file.collection === "guides")
    return (file.value as Guide).parts.flatMap(({ id, steps }) => [id, ...steps.map((s) => s.id)]);
  return [];
}

function checkText(file: CheckedFile, { field, markdown }: TextField, site: Site): Problem[] {
  const problem = (message: string, remedy: string): Problem => ({
    file: file.file,
    field,
    message,
    remedy,
  });
  let root: Root;
  try {
    root = parseText(markdown);
  } catch (error) {
    return [
      problem(
        `not readable as Markdown: ${error instanceof Error ? error.message : String(error)}`,
        "Close every component, and write \\< or \\{ where the character itself is meant.",
      ),
    ];
  }
  const problems: Problem[] = [];
  visit(root, (node) => {
    if (
      node.type === "mdxFlowExpression" ||
      node.type === "mdxTextExpression" ||
      node.type === "mdxjsEsm"
    )
      problems.push(
        problem("content holds no code", "Remove the { } or import; write \\{ for the character."),
      );
    if (node.type === "image")
      problems.push(
        problem(
          "images are not part of the content",
          "Describe in words, or draw it with the drawing of a settings page.",
        ),
      );
    if (node.type === "heading" && (node.depth < 2 || node.depth > 3))
      problems.push(
        problem(
          "a text has headings of the second and third level only",
          "Use ## or ###; # is the page's title.",
        ),
      );
    if (node.type === "link") problems.push(...checkAddress(file, field, node.url, site));
  });
  for (const element of elementsOf(root))
    problems.push(...checkElement(file, field, element, site));
  problems.push(...checkOnly(root.children, problem));
  if (file.collection !== "articles" && hasHeading(root))
    problems.push(
      problem(
        "headings are for articles only",
        "Remove the heading; the fields give the page its headings.",
      ),
    );
  return problems;
}

function hasHeading(root: Root): boolean {
  const headings: Heading[] = [];
  visit(root, "heading", (node) => void headings.push(node));
  return headings.length > 0;
}

/** Hosts that readers may be sent to: Microsoft's own. */
const LINKED_HOSTS = /(^|\.)(microsoft\.com|live\.com)$/;

function checkAddress(file: CheckedFile, field: string, url: string, site: Site): Problem[] {
  if (url.startsWith("/")) return checkLink(file, field, url, site);
  const host = /^https:\/\/([^/]+)/.exec(url)?.[1];
  if (host && LINKED_HOSTS.test(host)) return [];
  return [
    {
      file: file.file,
      field,
      message: `“${url}” is not a link that readers may be sent to`,
      remedy:
        "Link to a page of this site (/…) or to Microsoft (https); name other sources as facts.",
    },
  ];
}

function checkElement(
  file: CheckedFile,
  field: string,
  element: TextElement,
  site: Site,
): Problem[] {
  const name = element.name ?? "";
  const definition = TEXT_ELEMENTS[name];
  const problem = (message: string, remedy: string): Problem => ({
    file: file.file,
    field,
    message,
    remedy,
  });
  if (!definition)
    return [
      unknown(file, field, name, Object.keys(TEXT_ELEMENTS), "lib/text/elements.ts", "component"),
    ];
  const problems: Problem[] = [];
  for (const attribute of element.attributes) {
    const label = attribute.type === "mdxJsxAttribute" ? attribute.name : "{…}";
    if (
      !(label in definition.attributes) ||
      (attribute.type === "mdxJsxAttribute" &&
        typeof attribute.value === "object" &&
        attribute.value)
    )
      problems.push(problem(`<${name}> has no attribute “${label}”`, definition.explain));
  }
  for (const [label, need] of Object.entries(definition.attributes))
    if (need === "required" && !attributeOf(element, label))
      problems.push(problem(`<${name}> lacks its attribute “${label}”`, definition.explain));
  if (definition.children !== element.children.length > 0)
    problems.push(
      problem(
        `<${name}> ${definition.children ? "is empty" : "has no content"}`,
        definition.explain,
      ),
    );
  const value = (label: string) => attributeOf(element, label) ?? "";
  if (name === "Fact" && value("id") && !site.facts.has(value("id")))
    problems.push(
      unknown(file, field, value("id"), [...site.facts.keys()], "content/facts", "fact"),
    );
  if (name === "Message" && value("id") && !site.has("messages", value("id")))
    problems.push(
      unknown(
        file,
        field,
        value("id"),
        [...(site.slugs.get("messages") ?? [])],
        "content/messages",
      ),
    );
  if (name === "SettingsPath" && value("to") && !site.has("settings-pages", value("to")))
    problems.push(
      unknown(
        file,
        field,
        value("to"),
        [...(site.slugs.get("settings-pages") ?? [])],
        "content/settings-pages",
      ),
    );
  if (name === "Only" && value("windows") && !["10", "11"].includes(value("windows")))
    problems.push(
      problem(`<Only> is for Windows “10” or “11”, not “${value("windows")}”`, definition.explain),
    );
  return problems;
}

/** Every `<Only>` has its counterpart right beside it, or says that it stands alone. */
function checkOnly(
  nodes: readonly RootContent[],
  problem: (message: string, remedy: string) => Problem,
): Problem[] {
  const problems: Problem[] = [];
  const siblings = nodes.filter((node) => !(node.type === "text" && node.value.trim() === ""));
  const windowsOf = (node: RootContent | undefined) =>
    node && isElement(node) && node.name === "Only" && attributeOf(node, "alone") === undefined
      ? attributeOf(node, "windows")
      : undefined;
  for (let i = 0; i < siblings.length; i += 1) {
    const node = siblings[i];
    const windows = windowsOf(node);
    if (windows) {
      const counterpart = windowsOf(siblings[i + 1]);
      if (counterpart && counterpart !== windows) i += 1;
      else
        problems.push(
          problem(
            `a text for Windows ${windows} has no counterpart for Windows ${windows === "11" ? "10" : "11"}`,
            "Put the <Only> of the other version right after it, or write <Only … alone> when it applies to one version only.",
          ),
        );
    }
  }
  for (const node of nodes)
    if ("children" in node) problems.push(...checkOnly(node.children as RootContent[], problem));
  return problems;
}

function checkGuide(file: CheckedFile, site: Site): Problem[] {
  const guide = file.value as Guide;
  const problems: Problem[] = [];
  const add = (field: string, message: string, remedy: string) =>
    problems.push({ file: file.file, field, message, remedy });
  const ids = new Map<string, string>();
  const questions = new Map<string, string[]>();
  const claim = (id: string, field: string) => {
    const first = ids.get(id);
    if (first)
      add(
        field,
        `the id “${id}” is already used at ${first}`,
        "Ids of parts and steps are unique within a guide.",
      );
    else ids.set(id, field);
  };
  for (const [p, part] of guide.parts.entries()) {
    claim(part.id, `parts[${p}].id`);
    if (part.when) {
      const answers = questions.get(part.when.question);
      if (!answers)
        problems.push(
          unknown(
            file,
            `parts[${p}].when.question`,
            part.when.question,
            [...questions.keys()],
            "the steps before this part",
            "question",
          ),
        );
      for (const [a, id] of part.when.answers.entries())
        if (answers && !answers.includes(id))
          problems.push(
            unknown(
              file,
              `parts[${p}].when.answers[${a}]`,
              id,
              answers,
              `the question “${part.when.question}”`,
              "answer",
            ),
          );
    }
    for (const [s, step] of part.steps.entries()) {
      const field = `parts[${p}].steps[${s}]`;
      claim(step.id, `${field}.id`);
      if (step.settings && !site.has("settings-pages", step.settings))
        problems.push(
          unknown(
            file,
            `${field}.settings`,
            step.settings,
            [...(site.slugs.get("settings-pages") ?? [])],
            "content/settings-pages",
          ),
        );
      if (step.revision > 1 && !step.revisionNote)
        add(
          `${field}.revisionNote`,
          "is missing although the revision is above 1",
          "Say in one line what changed, for readers who ticked the earlier step.",
        );
      if (step.question) {
        if (questions.has(step.question.id))
          add(
            `${field}.question.id`,
            `the question “${step.question.id}” exists twice`,
            "Give it another id.",
          );
        questions.set(
          step.question.id,
          step.question.answers.map(({ id }) => id),
        );
      }
    }
  }
  const stepIds = guide.parts.flatMap((part) => part.steps.map(({ id }) => id));
  for (const [v, verdict] of guide.verdicts.entries())
    for (const [i, id] of verdict.steps.entries())
      if (!stepIds.includes(id))
        problems.push(
          unknown(file, `verdicts[${v}].steps[${i}]`, id, stepIds, "this guide", "step"),
        );
  return [...problems, ...checkPublished(file, stepIds, site)];
}

/** P1: an id that was published never disappears without saying what took its place. */
function checkPublished(file: CheckedFile, stepIds: string[], site: Site): Problem[] {
  const published = site.published.get(file.slug) ?? [];
  const problems: Problem[] = [];
  const known = new Set<string>();
  const numbers = new Set<number>();
  const add = (message: string, remedy: string) =>
    problems.push({ file: "published-steps.yaml", field: file.slug, message, remedy });
  for (const { id, number, now } of published) {
    if (known.has(id) || numbers.has(number))
      add(
        `“${id}” or its number ${number} is listed twice`,
        "Ids and numbers are permanent: take the next free number.",
      );
    known.add(id);
    numbers.add(number);
    if (!stepIds.includes(id) && !now)
      add(
        `the published step “${id}” is gone from content/${file.file}`,
        "Bring the id back, or name under “now” the steps that took its place ([] when nothing did).",
      );
    if (stepIds.includes(id) && now)
      add(
        `“${id}” has “now” although the guide still has the step`,
        "Remove “now”, or give the step another id.",
      );
    for (const successor of now ?? [])
      if (!stepIds.includes(successor))
        add(`“${id}” became “${successor}”, which the guide does not have`, "Name steps of today.");
  }
  const next = Math.max(0, ...numbers) + 1;
  for (const [index, id] of stepIds.filter((step) => !known.has(step)).entries())
    add(
      `the step “${id}” is not in the list of published steps`,
      `Add at the end: { id: ${id}, number: ${next + index} }.`,
    );
  return problems;
}

const ADVICE_RANK = { confirmed: 2, reported: 1, derived: 0, conflicting: 0 } as const;
const MEANING_RANK = { confirmed: 2, reported: 1, conflicting: 0 } as const;

function checkErrorCode(file: CheckedFile, site: Site): Problem[] {
  const error = file.value as ErrorCodeDocument;
  const problems: Problem[] = [];
  if (error.code.toLowerCase() !== file.slug)
    problems.push({
      file: file.file,
      field: "code",
      message: `the code ${error.code} does not fit the file name`,
      remedy: `Name the file ${error.code.toLowerCase()}.yaml.`,
    });
  const fact = site.facts.get(error.fact);
  if (fact && MEANING_RANK[error.meaning.grade] > MEANING_RANK[fact.grade])
    problems.push({
      file: file.file,
      field: "meaning.grade",
      message: `“${error.meaning.grade}” claims more than the fact ${fact.id}, which is ${fact.grade}`,
      remedy: `Write ${fact.grade}.`,
    });
  if (fact?.adviceGrade && ADVICE_RANK[error.advice.grade] > ADVICE_RANK[fact.adviceGrade])
    problems.push({
      file: file.file,
      field: "advice.grade",
      message: `“${error.advice.grade}” claims more than the fact ${fact.id}, whose advice is ${fact.adviceGrade}`,
      remedy: `Write ${fact.adviceGrade}.`,
    });
  return problems;
}

function checkPublishers(file: CheckedFile, site: Site): Problem[] {
  const missing = new Set<string>();
  for (const fact of file.value.facts as Fact[])
    for (const source of fact.sources)
      if (!site.publishers.some(({ domain }) => coversSource(domain, source)))
        missing.add(new URL(source).hostname.replace(/^www\./, ""));
  return [...missing].map((domain) => ({
    file: file.file,
    field: "sources",
    message: `nobody is named as publisher of ${domain}`,
    remedy: `Add ${domain} to content/publishers.yaml.`,
  }));
}

/** Does an entry of the publishers' list (host, or host and first path part) cover an address? */
export function coversSource(domain: string, source: string): boolean {
  const { hostname, pathname } = new URL(source);
  const host = hostname.replace(/^www\./, "");
  const [wantedHost, wantedPath] = domain.split("/");
  const hostFits = host === wantedHost || host.endsWith(`.${wantedHost}`);
  return (
    hostFits && (!wantedPath || pathname.split("/")[1]?.toLowerCase() === wantedPath.toLowerCase())
  );
}

function unknown(
  file: CheckedFile,
  field: string,
  name: string,
  known: readonly string[],
  where: string,
  kind = "name",
): Problem {
  const guess = nearest(name, known);
  return {
    file: file.file,
    field,
    message: `the ${kind} “${name}” does not exist in ${where}`,
    remedy: guess
      ? `Did you mean “${guess}”?`
      : known.length > 0 && known.length <= 20
        ? `There are: ${known.join(", ")}.`
        : `Look at what ${where} has.`,
  };
}
