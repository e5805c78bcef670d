import { PageHead } from "@/components/layout/page-head";
import { PageList } from "@/components/layout/page-list";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { getGuideNeeds } from "@/lib/content/guide-outline";
import { getGuides, reviewOf } from "@/lib/content/pages";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { KINDS, trailOf } from "@/lib/site/kinds";

const page = {
  title: KINDS.guide.many,
  description:
    "Checklists to follow one step at a time, for Windows 10 and 11, with a drawing of each screen. Your ticks are kept in your browser.",
  address: KINDS.guide.address,
};
const trail = trailOf("guide");

export const metadata = pageMetadata(page);

export default function GuidesPage() {
  return (
    <PageShell address={page.address} review={reviewOf(getGuides())}>
      <JsonScript type="application/ld+json" data={pageJson("CollectionPage", page, trail)} />
      <PageHead trail={trail} title={page.title}>
        <p>{page.description}</p>
      </PageHead>
      <PageList
        pages={getGuides().map((guide) => ({
          ...guide,
          note: `about ${getGuideNeeds(guide).minutes} minutes`,
        }))}
      />
    </PageShell>
  );
}
