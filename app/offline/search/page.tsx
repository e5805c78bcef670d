import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { SearchForm } from "@/components/search/search-form";
import { getGuides, reviewOf } from "@/lib/content/pages";
import { pageMetadata } from "@/lib/metadata";
import { FIXED_PAGES } from "@/lib/site/kinds";

const page = {
  ...FIXED_PAGES.searchHere,
  description: "Search Keylink in your browser, without a server.",
};

export const metadata = { ...pageMetadata(page), robots: { index: false } };

/** What /search is without a server, offline and in the static export: the window that opens with a script has the results (browser/search.ts). */
export default function SearchHerePage() {
  return (
    <PageShell address="/search" review={reviewOf(getGuides())}>
      <PageHead trail={[FIXED_PAGES.search]} title={FIXED_PAGES.search.title}>
        <p>The search runs in your browser. Its results open in a window.</p>
      </PageHead>
      <div className="mt-4 max-w-[46rem]" data-search-here="">
        <SearchForm id="page-search" variant="page" windows="11" />
        <noscript>
          <p className="note mt-3">
            This needs JavaScript. Without it: <a href="/errors">all error codes</a>,{" "}
            <a href="/messages">all messages</a>, <a href="/guides">all guides</a>.
          </p>
        </noscript>
      </div>
    </PageShell>
  );
}
