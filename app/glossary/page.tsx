import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { getTerms, reviewOf } from "@/lib/content/pages";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { KINDS, trailOf } from "@/lib/site/kinds";

const page = {
  title: KINDS.term.many,
  description:
    "The words that Windows and its guides use for licenses, keys, accounts and activation: each in one sentence here, and explained on a page of its own.",
  address: KINDS.term.address,
};
const trail = trailOf("term");

export const metadata = pageMetadata(page);

export default function GlossaryPage() {
  return (
    <PageShell address={page.address} review={reviewOf(getTerms())}>
      <JsonScript type="application/ld+json" data={pageJson("CollectionPage", page, trail)} />
      <PageHead trail={trail} title={page.title}>
        <p>{page.description}</p>
      </PageHead>
      <ul className="mt-6 max-w-[54rem]">
        {getTerms().map(({ slug, address, title, description, synonyms }) => (
          <li key={slug} id={slug} className="border-t border-line py-3">
            <a href={address} className="inline-block py-1 text-[1.125rem] font-semibold">
              {title}
            </a>
            <p>{description}</p>
            {synonyms.length > 0 ? (
              <p className="text-[0.95rem] text-muted">Also: {synonyms.join(", ")}</p>
            ) : null}
          </li>
        ))}
      </ul>
    </PageShell>
  );
}
