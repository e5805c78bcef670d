import { PageHead } from "@/components/layout/page-head";
import { PageList } from "@/components/layout/page-list";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { getArticles, reviewOf } from "@/lib/content/pages";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { KINDS, trailOf } from "@/lib/site/kinds";

const page = {
  title: KINDS.article.many,
  description:
    "Background to read: what linking changes, what licenses allow, what an account shares.",
  address: KINDS.article.address,
};
const trail = trailOf("article");

export const metadata = pageMetadata(page);

export default function ArticlesPage() {
  return (
    <PageShell address={page.address} review={reviewOf(getArticles())}>
      <JsonScript type="application/ld+json" data={pageJson("CollectionPage", page, trail)} />
      <PageHead trail={trail} title={page.title}>
        <p>{page.description}</p>
      </PageHead>
      <PageList pages={getArticles()} />
    </PageShell>
  );
}
