import type { ComponentType, ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import * as about from "@/app/about/page";
import * as articles from "@/app/articles/page";
import * as article from "@/app/articles/[slug]/page";
import * as errors from "@/app/errors/page";
import * as error from "@/app/errors/[slug]/page";
import * as glossary from "@/app/glossary/page";
import * as term from "@/app/glossary/[slug]/page";
import * as guides from "@/app/guides/page";
import * as guide from "@/app/guides/[slug]/page";
import * as messages from "@/app/messages/page";
import * as message from "@/app/messages/[slug]/page";
import * as home from "@/app/page";
import * as privacy from "@/app/privacy/page";
import * as sources from "@/app/sources/page";
import * as question from "@/app/start/[slug]/page";
import * as licenseOutput from "@/app/start/license-output/page";
import * as map from "@/app/start/map/page";
import * as start from "@/app/start/page";
import * as topics from "@/app/topics/page";
import * as topic from "@/app/topics/[slug]/page";
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

const FIXED: Record<string, { default: Page | ComponentType }> = {
  "/": home,
  "/about": about,
  "/articles": articles,
  "/errors": errors,
  "/glossary": glossary,
  "/guides": guides,
  "/messages": messages,
  "/privacy": privacy,
  "/search": {
    default: () => SearchPage({ asked: readSearch(() => undefined), keyRemoved: false }),
  },
  "/sources": sources,
  "/start": start,
  "/start/license-output": licenseOutput,
  "/start/map": map,
  "/topics": topics,
};

const BY_SLUG: Record<string, { default: Page; generateStaticParams: () => { slug: string }[] }> = {
  "/articles": article,
  "/errors": error,
  "/glossary": term,
  "/guides": guide,
  "/messages": message,
  "/start": question,
  "/topics": topic,
};

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
  for (const [address, { default: page }] of Object.entries(FIXED))
    pages.set(address, await render(page as Page));
  for (const [folder, { default: page, generateStaticParams }] of Object.entries(BY_SLUG))
    for (const { slug } of generateStaticParams())
      pages.set(`${folder}/${slug}`, await render(page, slug));
  return pages;
}

/** The words of a page, without scripts and markup. */
export const wordsOf = ({ html }: RenderedPage): string =>
  decode(html.replace(/<script[\s\S]*?<\/script>/g, " ").replace(/<[^>]+>/g, " "));
