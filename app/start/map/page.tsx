import { CaseMap } from "@/components/case/case-view";
import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { getCaseMap } from "@/lib/content/cases";
import { documentDiffers } from "@/lib/content/differs";
import { MAP_PAGE } from "@/lib/content/fixed-pages";
import { getCases, reviewOf } from "@/lib/content/pages";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { trailOf } from "@/lib/site/kinds";

const trail = trailOf("case", MAP_PAGE);

export const metadata = pageMetadata(MAP_PAGE);

export default function MapPage() {
  const differs = getCases().some((question) => documentDiffers("cases", question));
  return (
    <PageShell address={MAP_PAGE.address} differs={differs} review={reviewOf(getCases())}>
      <JsonScript type="application/ld+json" data={pageJson("CollectionPage", MAP_PAGE, trail)} />
      <PageHead trail={trail} title={MAP_PAGE.title}>
        <p>
          The {getCases().length} questions with every answer and where it leads. To be asked one by
          one, <a href="/start">begin with the first</a>.
        </p>
      </PageHead>
      <div className="mt-6 max-w-[60rem]">
        <CaseMap map={getCaseMap()} />
      </div>
    </PageShell>
  );
}
