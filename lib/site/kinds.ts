/*
 * Every kind of page, in the order in which lists show them: what most readers look for first.
 * Header, breadcrumbs, search filters, ranking, sitemap, structured data and the tests derive from
 * this list. A new kind of page takes three steps: its entry here, its schema in lib/schema, its
 * route in app/ (CONTRIBUTING.md, “A kind of page”).
 *
 * The browser gets single columns of it, never the list: see kind-tables.ts.
 */

type KindEntry = {
  /** What one page is called beside a search result. */
  one: string;
  /** What all are called together: in the header, in breadcrumbs, in the search filters. */
  many: string;
  /** A mild preference between pages that match a search equally well; 1 is an article. */
  weight: number;
};

/** A kind whose pages are the documents of a folder of content/. */
type DocumentKindEntry = KindEntry & {
  /** The folder of content/; lib/schema/collections.ts has its schema. */
  collection: string;
  /** The page that lists them; each document has its page below. */
  address: `/${string}`;
  inHeader: boolean;
  /** Whether every document has to name a fact; pages that only lead on need none. */
  needsFacts: boolean;
  /** What search engines are told that a page is (schema.org). */
  schemaOrg: "TechArticle" | "HowTo" | "DefinedTerm" | "CollectionPage";
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
    // Their titles are whole sentences, in which words of many questions stand by chance; who
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
    schemaOrg: "HowTo",
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
    // More than half of all pages, and all speak of keys and activation: an everyday question fits
    // some of them by chance. Who has a code types it and gets its page anyway.
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
    // An explanation of a word; wins by its title when that is what was asked.
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
    // Each answer is found by its own question; for other words the page about the subject comes first.
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
    // A question leads to the page that answers; that page should come first.
    weight: 0.9,
  },
  page: { one: "Page", many: "Pages", weight: 0.75 },
} as const satisfies Record<string, KindEntry | DocumentKindEntry>;

/** What a page is. `page` stands for those without a document: {@link FIXED_PAGES}. */
export type PageKind = keyof typeof KINDS;

/** A page as links and breadcrumbs name it. */
export type Crumb = { address: string; title: string };

type Entries = typeof KINDS;
/** A kind whose pages are documents. */
export type DocumentKind = {
  [Name in PageKind]: Entries[Name] extends DocumentKindEntry ? Name : never;
}[PageKind];
/** A folder of content/ whose documents have pages. */
export type PageCollection = Entries[DocumentKind]["collection"];

/** All kinds, in the order of the list. */
export const PAGE_KINDS = Object.keys(KINDS) as PageKind[];

/** The kinds whose pages are documents, each with its `kind`. */
export const DOCUMENT_KINDS = PAGE_KINDS.flatMap((kind) => {
  const entry = KINDS[kind];
  return "collection" in entry ? [{ kind: kind as DocumentKind, ...entry }] : [];
});

type FixedPage = Crumb & { indexed?: false };

/** Pages that no document stands behind. `indexed: false` keeps one out of the sitemap. */
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
  // What /search is where no server answers it: offline, and in the static export.
  searchHere: { address: "/offline/search", title: "Search in the browser", indexed: false },
  // For writers and reviewers; no page leads there.
  drawings: { address: "/drawings", title: "All drawn windows", indexed: false },
} as const satisfies Record<string, FixedPage>;

const FIXED_PAGE_LIST: readonly FixedPage[] = Object.values(FIXED_PAGES);

/** The file in content/cases that asks the first question; its page is /start itself. */
export const FIRST_CASE = "first";

/** Title of each page that no document stands behind, by its address: the lists and the fixed pages. */
export const FIXED_TITLES: ReadonlyMap<string, string> = new Map([
  // /start is no list: its page is the first question's document.
  ...DOCUMENT_KINDS.flatMap(({ kind, address, many }) =>
    kind === "case" ? [] : [[address, many] as const],
  ),
  ...FIXED_PAGE_LIST.map(({ address, title }) => [address, title] as const),
]);

/** Addresses that search engines are not told of. */
export const NOT_INDEXED: ReadonlySet<string> = new Set(
  FIXED_PAGE_LIST.flatMap(({ address, indexed }) => (indexed === false ? address : [])),
);

/** The address of a document's page, or undefined where its collection has no pages. */
export function addressOf(collection: string, slug: string): string | undefined {
  const entry = DOCUMENT_KINDS.find((each) => each.collection === collection);
  if (!entry) return undefined;
  return entry.kind === "case" && slug === FIRST_CASE ? entry.address : `${entry.address}/${slug}`;
}

/** The kind whose part of the site an address lies in, whether there is such a page or not. */
export const kindAt = (address: string) =>
  DOCUMENT_KINDS.find((entry) => `${address.toLowerCase()}/`.startsWith(`${entry.address}/`));

/** The way from the home page to a page, without the home page. Without a page: to the list. */
export function trailOf(kind: DocumentKind, page?: Crumb): Crumb[] {
  const { address, many } = KINDS[kind];
  const list = { address, title: many };
  return page && page.address !== address ? [list, page] : [list];
}
