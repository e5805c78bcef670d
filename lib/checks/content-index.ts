import type { Root } from "mdast";
import { parseText } from "../text/parse-text";
import { FIXED_TITLES, addressOf } from "../site/kinds";
import { schemaOf, type CheckedFile } from "./validate-files";
import type { Answer, AnswersFile } from "../schema/answers";
import type { Fact } from "../schema/facts";
import type { PublishedStep } from "../schema/published-steps";
import type { Publisher } from "../schema/publishers";
import { textsOf, type TextField } from "../schema/texts";

/** What rules across files know about the whole content folder. */
export class ContentIndex {
  /** Every address that a page may link to; the file is undefined for pages without a document. */
  readonly addresses = new Map<string, CheckedFile | undefined>();
  /** Addresses of drafts, which are not part of the site yet. */
  readonly draftAddresses = new Set<string>();
  readonly facts = new Map<string, Fact>();
  readonly publishers: Publisher[] = [];
  /** Published answers by their page, and by the page of their subject. */
  private readonly answers = new Map<string, Answer[]>();
  /** The steps ever published, by guide. */
  readonly publishedSteps = new Map<string, { steps: PublishedStep[]; field: string }>();

  private readonly files = new Map<string, CheckedFile[]>();
  private readonly names = new Map<string, { published: string[]; drafts: string[] }>();
  private readonly claims = new Map<string, CheckedFile>();
  private readonly texts = new Map<CheckedFile, TextField[]>();

  constructor(files: readonly CheckedFile[]) {
    for (const address of FIXED_TITLES.keys()) this.addresses.set(address, undefined);
    for (const file of files) this.add(file);
  }

  private add(file: CheckedFile): void {
    const { collection, slug, value } = file;
    this.files.set(collection, [...(this.files.get(collection) ?? []), file]);
    const address = addressOf(collection, slug);
    if (address && value.draft) this.draftAddresses.add(address);
    else if (address) this.addresses.set(address, file);

    const names = this.names.get(collection) ?? { published: [], drafts: [] };
    (value.draft ? names.drafts : names.published).push(slug);
    this.names.set(collection, names);

    if (collection === "answers" && !value.draft)
      for (const answer of (value as AnswersFile).answers)
        for (const page of [address, answer.page])
          if (page) this.answers.set(page, [...this.answersOn(page), answer]);
    if (collection === "facts")
      for (const fact of value.facts as Fact[]) this.facts.set(fact.id, fact);
    if (collection === "publishers") this.publishers.push(...(value.publishers as Publisher[]));
    if (collection === "published-steps")
      for (const [index, { guide, steps }] of (
        value.guides as { guide: string; steps: PublishedStep[] }[]
      ).entries())
        this.publishedSteps.set(guide, { steps, field: `guides[${index}].steps` });
  }

  /** The Markdown fields of a file. */
  textsOf(file: CheckedFile): TextField[] {
    let texts = this.texts.get(file);
    if (!texts) {
      texts = textsOf(schemaOf(file.collection), file.value);
      this.texts.set(file, texts);
    }
    return texts;
  }

  /** The answers on a page. */
  answersOn(address: string): readonly Answer[] {
    return this.answers.get(address) ?? [];
  }

  /** The files of a collection. */
  filesOf(collection: string): readonly CheckedFile[] {
    return this.files.get(collection) ?? [];
  }

  /** File names of a collection, without drafts. */
  namesOf(collection: string): string[] {
    return this.names.get(collection)?.published ?? [];
  }

  /** Whether a file with this name is a draft. */
  isDraft(collection: string, slug: string): boolean {
    return this.names.get(collection)?.drafts.includes(slug) ?? false;
  }

  /** Records a name that must be unique on the site. Returns the file that had it first. */
  claim(kind: string, name: string, file: CheckedFile): CheckedFile | undefined {
    const key = `${kind}\n${name.toLowerCase()}`;
    const first = this.claims.get(key);
    if (!first) this.claims.set(key, file);
    return first;
  }
}

/** The tree of a text, or undefined if it cannot be parsed, which check-text.ts reports. */
export function readableText(markdown: string): Root | undefined {
  try {
    return parseText(markdown);
  } catch {
    return undefined;
  }
}
