import type { Metadata } from "next";
import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { SearchForm } from "@/components/search/search-form";
import { WaysOn } from "@/components/search/ways-on";
import { DEFAULT_WINDOWS } from "@/lib/windows/version";

export const metadata: Metadata = {
  title: "Page not found",
  // Pages have this as a header (next.config.ts), but unknown addresses with a dot do not get it.
  referrer: "no-referrer",
  description: "This address does not exist on Keylink.",
};

/** Only for addresses that proxy.ts does not see, such as those below /assets/. Others get app/missing, which knows the address. */
export default function NotFound() {
  return (
    <PageShell address="/">
      <PageHead trail={[{ address: "/", title: "Not found" }]} title="There is no such page" />
      <div className="mt-5 max-w-[46rem]">
        <SearchForm id="missing-search" variant="page" windows={DEFAULT_WINDOWS} />
      </div>
      <WaysOn windows={DEFAULT_WINDOWS} />
    </PageShell>
  );
}
