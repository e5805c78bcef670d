import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { DOCUMENT_KINDS, FIXED_PAGES } from "@/lib/site/kinds";
import { SearchPage } from "@/components/search/search-page";
import { readSearch } from "@/lib/search/search-request";

/** A page as a reader gets it, without the layout around all pages. */
export type RenderedPage = {
  html: string;
  /** Addresses of links, as written. */
  links: string[];
  ids: string[];
};

// Next.js hands pages their parameters; each page has its own type for them.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Page = (props: any) => ReactNode | Promise<ReactNode>;

type PageModule = { default: Page; generateStaticParams?: () => { slug: string }[] };

/** The page behind an address. The search is made on request, by a route handler around its component. */
const routeAt = async (address: string): Promise<PageModule> =>
  address === FIXED_PAGES.search.address
    ? { default: () => SearchPage({ asked: readSearch(() => undefined), keyRemoved: false }) }
    : import(/* @vite-ignore */ `../../app${address === "/" ? "" : address}/page.tsx`);

async function render(page: Page, slug?: string): Promise<RenderedPage> {
  const props = { params: Promise.resolve({ slug }), searchParams: Promise.resolve({}) };
  const html = renderToStaticMarkup(await page(props));
  return {
    html,
    links: [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href]) => decode(href)),
    ids: [...html.matchAll(/<[a-z][^>]*? id="([^"]*)"/g)].map(([, id]) => decode(id)),
  };
}

const decode = (text = "") =>
  text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");

/** Every page that Next.js would build from the real content, by address. */
export async function renderPages(): Promise<Map<string, RenderedPage>> {
  const pages = new Map<string, RenderedPage>();
  for (const { address } of [...DOCUMENT_KINDS, ...Object.values(FIXED_PAGES)])
    pages.set(address, await render((await routeAt(address)).default));
  for (const { address } of DOCUMENT_KINDS) {
    const { default: page, generateStaticParams } = await routeAt(`${address}/[slug]`);
    for (const { slug } of generateStaticParams?.() ?? [])
      pages.set(`${address}/${slug}`, await render(page, slug));
  }
  const compare = await routeAt(`${FIXED_PAGES.compare.address}/[slug]`);
  for (const { slug } of compare.generateStaticParams?.() ?? [])
    pages.set(`${FIXED_PAGES.compare.address}/${slug}`, await render(compare.default, slug));
  return pages;
}

/** The words of a page, without scripts and markup. */
export const wordsOf = ({ html }: RenderedPage): string =>
  decode(html.replace(/<script[\s\S]*?<\/script>/g, " ").replace(/<[^>]+>/g, " "));
