import { PageHead } from "@/components/layout/page-head";
import { PageList } from "@/components/layout/page-list";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { getTopics, reviewOf } from "@/lib/content/pages";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { KINDS, trailOf } from "@/lib/site/kinds";

const page = {
  title: KINDS.topic.many,
  description:
    "Everything on Keylink by subject: guides, short answers, what messages and codes mean, and background on licenses, keys and accounts.",
  address: KINDS.topic.address,
};
const trail = trailOf("topic");

export const metadata = pageMetadata(page);

export default function TopicsPage() {
  return (
    <PageShell address={page.address} review={reviewOf(getTopics())}>
      <JsonScript type="application/ld+json" data={pageJson("CollectionPage", page, trail)} />
      <PageHead trail={trail} title={page.title}>
        <p>{page.description}</p>
      </PageHead>
      <PageList pages={getTopics()} />
    </PageShell>
  );
}
