import "server-only";
import type { Article } from "@/lib/schema/articles";
import type { Case } from "@/lib/schema/cases";
import type { CodeFacility } from "@/lib/schema/code-facilities";
import type { ErrorCodeDocument, ErrorFamily } from "@/lib/schema/errors";
import type { GlossaryTerm } from "@/lib/schema/glossary";
import type { Guide } from "@/lib/schema/guides";
import type { LicenseChannels } from "@/lib/schema/license-channels";
import type { Message } from "@/lib/schema/messages";
import type { Synonym } from "@/lib/schema/synonyms";
import type { Topic } from "@/lib/schema/topics";
import type { Wordings } from "@/lib/schema/wordings";
import { DOCUMENT_KINDS, FIXED_TITLES, type DocumentKind } from "@/lib/site/kinds";
import { toLanguage, type Language } from "@/lib/wordings/language";
import { getAnswerSubjects } from "./answers";
import { comparePage } from "./fixed-pages";
import { load, loadFile, type Loaded } from "./load";

/** What the output of slmgr proves, for /start/license-output. */
export const getLicenseChannels = (): LicenseChannels => loadFile("license-channels");

/** Explanations of codes by their facility. */
export const getCodeFacilities = (): CodeFacility[] => loadFile("code-facilities").facilities;

/** What lists, links and search need to know about a page. */
export type PageLink = {
  kind: DocumentKind;
  address: string;
  title: string;
  description: string;
  published: string;
  updated: string;
  topics: string[];
};

const byTitle = (a: { title: string }, b: { title: string }) =>
  a.title.localeCompare(b.title, "en");

const guides = load("guides").sort((a, b) => a.order - b.order);
const articles = load("articles").sort(byTitle);
const messages = load("messages");
const errors = load("errors").sort((a, b) => a.code.localeCompare(b.code, "en"));
const families = new Map(load("error-families").map((family) => [family.slug, family]));
const settingsPages = new Map(load("settings-pages").map((page) => [page.slug, page]));
const terms = load("glossary").sort(byTitle);
const topics = load("topics").sort(byTitle);
const cases = load("cases");
const wordings = load("wordings").sort((a, b) => a.name.localeCompare(b.name, "en"));

/** The order of messages: by place, then from good news to bad. */
const WHERE_ORDER = ["activation-page", "troubleshooter", "desktop", "setup", "command"] as const;
const STATE_ORDER = [
  "linked",
  "not-linked",
  "unclear",
  "not-activated",
  "temporary",
  "organization",
] as const;
messages.sort(
  (a, b) =>
    WHERE_ORDER.indexOf(a.where) - WHERE_ORDER.indexOf(b.where) ||
    STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) ||
    byTitle(a, b),
);

const find = <T extends { slug: string }>(list: T[], slug: string) =>
  list.find((document) => document.slug === slug);

/** All guides, in the order of `order`. */
export const getGuides = (): Loaded<Guide>[] => guides;
export const getGuide = (slug: string) => find(guides, slug);
/** All articles, by title. */
export const getArticles = (): Loaded<Article>[] => articles;
export const getArticle = (slug: string) => find(articles, slug);
/** All messages: by place, then from good news to bad. */
export const getMessages = (): Loaded<Message>[] => messages;
export const getMessage = (slug: string) => find(messages, slug);
/** All error codes, by code. */
export const getErrorCodes = (): Loaded<ErrorCodeDocument>[] => errors;
export const getErrorCode = (slug: string) => find(errors, slug);
/** All terms of the glossary, by title. */
export const getTerms = (): Loaded<GlossaryTerm>[] => terms;
export const getTerm = (slug: string) => find(terms, slug);
/** All topics, by title. */
export const getTopics = (): Loaded<Topic>[] => topics;
export const getTopic = (slug: string) => find(topics, slug);
/** All questions of “Which case am I?”. lib/content/cases.ts knows how they are connected. */
export const getCases = (): Loaded<Case>[] => cases;
/** A page of the Settings app, by its file name. */
export const getSettingsPage = (slug: string) => settingsPages.get(slug);
/** All pages of the Settings app that texts lead to, by name. */
export const getSettingsPages = () =>
  [...settingsPages.values()].sort((a, b) => a.page.localeCompare(b.page, "en"));
/** The activation texts of Windows in other languages, by the English name of the language. */
export const getWordings = (): Loaded<Wordings>[] => wordings;
/** The same for matching pasted texts. */
export const getLanguages = (): Language[] => wordings.map(toLanguage);
/** Words that the search treats alike. */
export const getSynonyms = (): Synonym[] => loadFile("synonyms").synonyms;

/** An error code with its complete advice: its own where it has some, else its family's. */
type ErrorAdvice = Pick<
  ErrorFamily,
  "side" | "action" | "first" | "next" | "steps" | "wait" | "buy" | "notThisIf"
>;

/** The advice on an error code: its own takes precedence over its family's. */
export function getErrorAdvice(error: ErrorCodeDocument): ErrorAdvice {
  const family = families.get(error.family);
  if (!family)
    throw new Error(`${error.code}: no family “${error.family}” in content/error-families.`);
  const { side, action, first, next, steps, wait, buy, notThisIf } = error.advice;
  return {
    side: side ?? family.side,
    action: action ?? family.action,
    first: first ?? family.first,
    next: next ?? family.next,
    steps: steps ?? family.steps,
    wait: wait ?? family.wait,
    buy: buy ?? family.buy,
    notThisIf: notThisIf ?? family.notThisIf,
  };
}

/** The title of an error code's page: the code, then what it is. */
export function errorTitle(error: ErrorCodeDocument): string {
  return error.title.includes(error.code) ? error.title : `${error.code}: ${error.title}`;
}

const DOCUMENTS: Record<DocumentKind, Loaded<Omit<Topic, "text" | "questions" | "words">>[]> = {
  guide: guides,
  message: messages,
  article: articles,
  error: errors.map((error) => ({ ...error, title: errorTitle(error) })),
  term: terms,
  topic: topics,
  answers: getAnswerSubjects(),
  case: cases,
};

const pageLinks: PageLink[] = DOCUMENT_KINDS.flatMap(({ kind }) =>
  DOCUMENTS[kind].map(
    ({ address, title, description, published, updated, topics: topicSlugs }) => ({
      kind,
      address,
      title,
      description,
      published,
      updated,
      topics: topicSlugs,
    }),
  ),
);

/** A link to every document with a page, by kind. Sitemap, search and lists all use it. */
export const getPageLinks = (): PageLink[] => pageLinks;

/** Title and address for related reading. The content check ensures that the address exists. */
export function getLink(address: string): {
  address: string;
  title: string;
  description?: string;
  kind?: DocumentKind;
} {
  const [path = ""] = address.split(/[?#]/);
  const page = pageLinks.find((link) => link.address === path);
  if (page) return { ...page, address };
  const title = FIXED_TITLES.get(path);
  if (!title) throw new Error(`No page “${address}”: run npm run content:check.`);
  return { address, title };
}

/** The review of a list (U6): reviewed with its oldest text, updated with its newest. */
export function reviewOf(documents: Pick<Loaded<Topic>, "reviewed" | "reviewedBy" | "updated">[]) {
  const [oldest] = [...documents].sort((a, b) => a.reviewed.localeCompare(b.reviewed));
  const updated = documents
    .map((document) => document.updated)
    .sort()
    .at(-1);
  return oldest && updated
    ? { reviewed: oldest.reviewed, reviewedBy: oldest.reviewedBy, updated }
    : undefined;
}

/** Every address that answers 200, for the sitemap, the 404 page and tests. */
export const getAddresses = (): string[] => [
  ...FIXED_TITLES.keys(),
  ...pageLinks.map(({ address }) => address),
  ...guides.map((guide) => comparePage(guide).address),
];
