/*
 * Every kind of page, in the order in which lists show them: what most readers look for comes first.
 * Header, breadcrumbs, search filters, ranking, sitemap, structured data and the tests derive from
 * this list. To add one, follow CONTRIBUTING.md, “A kind of page”.
 *
 * The browser gets single columns of the list, never all of it: see kind-tables.ts.
 */

type KindEntry = {
  /** The label of one page beside a search result. */
  one: string;
  /** The label of all of them: in the header, in breadcrumbs, in the search filters. */
  many: string;
  /** Its pages only explain a word or lead to the page with the answer, which is the better result. */
  isAside?: true;
  /** Breaks ties between pages that match a search about equally well; an article has 1. */
  weight: number;
};

/** A kind whose pages are the documents in a folder of content/. */
type DocumentKindEntry = KindEntry & {
  /** The folder in content/; lib/schema/collections.ts has its schema. */
  collection: string;
  /** The address of the list; each document has an address below it. */
  address: `/${string}`;
  inHeader: boolean;
  /** Whether every document must cite a fact; pages that only link to others need none. */
  needsFacts: boolean;
  /** The schema.org type that search engines are told. */
  schemaOrg: "TechArticle" | "DefinedTerm" | "CollectionPage";
};

export const KINDS = {
  message: {
    collection: "messages",
    address: "/messages",
    one: "On your screen",
    many: "What you see",
    inHeader: true,
    needsFacts: true,
    schemaOrg: "TechArticle",
    // Titles are whole sentences, which contain words of many questions by chance. Anyone who
    // pastes the sentence gets its page first anyway.
    weight: 0.95,
  },
  guide: {
    collection: "guides",
    address: "/guides",
    one: "Guide",
    many: "Guides",
    inHeader: true,
    needsFacts: true,
    // No search engine shows a HowTo any more, and they read an article's headline and dates.
    schemaOrg: "TechArticle",
    // Most readers come to get something done.
    weight: 1.1,
  },
  error: {
    collection: "errors",
    address: "/errors",
    one: "Error code",
    many: "Error codes",
    inHeader: true,
    needsFacts: true,
    schemaOrg: "TechArticle",
    // More than half of all pages, and all of them mention keys and activation: an everyday question
    // matches some of them by chance. Anyone who has a code types it and gets its page anyway.
    weight: 0.8,
  },
  article: {
    collection: "articles",
    address: "/articles",
    one: "Article",
    many: "Articles",
    inHeader: true,
    needsFacts: true,
    schemaOrg: "TechArticle",
    weight: 1,
  },
  term: {
    collection: "glossary",
    address: "/glossary",
    one: "Glossary",
    many: "Glossary",
    inHeader: true,
    needsFacts: true,
    schemaOrg: "DefinedTerm",
    isAside: true,
    // Explains a word; wins by its title when that word was the query.
    weight: 0.95,
  },
  topic: {
    collection: "topics",
    address: "/topics",
    one: "Topic",
    many: "Topics",
    inHeader: false,
    needsFacts: false,
    schemaOrg: "CollectionPage",
    weight: 0.85,
  },
  answers: {
    collection: "answers",
    address: "/answers",
    one: "Answers",
    many: "Answers",
    inHeader: false,
    needsFacts: true,
    schemaOrg: "CollectionPage",
    // Each answer is found by its own question; for other queries the page on the subject comes first.
    weight: 0.8,
  },
  case: {
    collection: "cases",
    address: "/start",
    one: "Question",
    many: "Questions",
    inHeader: false,
    needsFacts: true,
    schemaOrg: "CollectionPage",
    isAside: true,
    // A question leads to the page with the answer, and that page should come first.
    weight: 0.9,
  },
  page: { one: "Page", many: "Pages", weight: 0.75 },
} as const satisfies Record<string, KindEntry | DocumentKindEntry>;

/** The kind of a page. `page` is for those without a document: {@link FIXED_PAGES}. */
export type PageKind = keyof typeof KINDS;

/** A link to a page, as in breadcrumbs. */
export type Crumb = { address: string; title: string };

type Entries = typeof KINDS;
/** A kind whose pages are documents. */
export type DocumentKind = {
  [Name in PageKind]: Entries[Name] extends DocumentKindEntry ? Name : never;
}[PageKind];
/** A folder in content/ whose documents have pages. */
export type PageCollection = Entries[DocumentKind]["collection"];

/** All kinds, in the order of the list. */
export const PAGE_KINDS = Object.keys(KINDS) as PageKind[];

/** The kinds whose pages are documents, each with its `kind`. */
export const DOCUMENT_KINDS = PAGE_KINDS.flatMap((kind) => {
  const entry = KINDS[kind];
  return "collection" in entry ? [{ kind: kind as DocumentKind, ...entry }] : [];
});

type FixedPage = Crumb & { indexed?: false };

/** Pages without a document. `indexed: false` keeps one out of the sitemap and out of search engines. */
export const FIXED_PAGES = {
  home: { address: "/", title: "Home" },
  search: { address: "/search", title: "Search", indexed: false },
  map: { address: "/start/map", title: "All questions at a glance" },
  licenseOutput: { address: "/start/license-output", title: "Read the output of slmgr" },
  compare: { address: "/compare", title: "Windows 10 vs 11: where things are" },
  sources: { address: "/sources", title: "Sources" },
  pcs: { address: "/pcs", title: "My PCs", indexed: false },
  licenseCard: { address: "/print/license-card", title: "License card", indexed: false },
  runSheet: { address: "/print/run-sheet", title: "Run sheet for a repair", indexed: false },
  about: { address: "/about", title: "About Keylink" },
  privacy: { address: "/privacy", title: "Privacy" },
  offline: { address: "/offline", title: "Without a connection", indexed: false },
  // Stands in for /search where there is no server: offline, and in the static export.
  searchHere: { address: "/offline/search", title: "Search in the browser", indexed: false },
  // For writers and reviewers; no page links to it.
  drawings: { address: "/drawings", title: "All drawn windows", indexed: false },
} as const satisfies Record<string, FixedPage>;

/** The page that shows a guide on both versions, by the file name of the guide (W11). */
export const compareAddress = (guide: string) => `${FIXED_PAGES.compare.address}/${guide}`;

/** The one file that holds a guide for a USB stick; scripts/build-usb.ts writes it. */
export const usbAddress = (guide: string) => `/usb/keylink-${guide}.html`;

const FIXED_PAGE_LIST: readonly FixedPage[] = Object.values(FIXED_PAGES);

/** The file in content/cases with the first question; its page is /start itself. */
export const FIRST_CASE = "first";

/** The title of each page without a document, by address: the lists and the fixed pages. */
export const FIXED_TITLES: ReadonlyMap<string, string> = new Map([
  // /start is not a list: it shows the document of the first question.
  ...DOCUMENT_KINDS.flatMap(({ kind, address, many }) =>
    kind === "case" ? [] : [[address, many] as const],
  ),
  ...FIXED_PAGE_LIST.map(({ address, title }) => [address, title] as const),
]);

/** Addresses that are hidden from search engines. */
export const NOT_INDEXED: ReadonlySet<string> = new Set(
  FIXED_PAGE_LIST.flatMap(({ address, indexed }) => (indexed === false ? address : [])),
);

/** The address of a document's page, or undefined where its collection has no pages. */
export function addressOf(collection: string, slug: string): string | undefined {
  const entry = DOCUMENT_KINDS.find((each) => each.collection === collection);
  if (!entry) return undefined;
  return entry.kind === "case" && slug === FIRST_CASE ? entry.address : `${entry.address}/${slug}`;
}

/** The kind in whose part of the site an address is, whether or not the page exists. */
export const kindAt = (address: string) =>
  DOCUMENT_KINDS.find((entry) => `${address.toLowerCase()}/`.startsWith(`${entry.address}/`));

/** The breadcrumbs of a page, without the home page; without `page`, those of the list. */
export function trailOf(kind: DocumentKind, page?: Crumb): Crumb[] {
  const { address, many } = KINDS[kind];
  const list = { address, title: many };
  return page && page.address !== address ? [list, page] : [list];
}
