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
    "Everything on Keylink by subject: linking, activation, hardware changes, licenses, keys, accounts.",
  address: KINDS.topic.address,
};
const trail = trailOf("topic");

export const metadata = pageMetadata(page);

export default function TopicsPage() {
  return (
    <PageShell address={page.address} review={reviewOf(getTopics())}>
      <JsonScript type="application/ld+json" data={pageJson("CollectionPage", page, trail)} />
      <PageHead trail={trail} title={page.title} />
      <PageList pages={getTopics()} />
    </PageShell>
  );
}
