import { notFound } from "next/navigation";
import { Text } from "@/components/content/text";
import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { Related } from "@/components/layout/related";
import { Sheet } from "@/components/layout/sheet";
import { Sources } from "@/components/layout/sources";
import { documentDiffers } from "@/lib/content/differs";
import { citedFacts } from "@/lib/content/facts";
import { getTerm, getTerms } from "@/lib/content/pages";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { KINDS, trailOf } from "@/lib/site/kinds";

export const dynamicParams = false;

export const generateStaticParams = () => getTerms().map(({ slug }) => ({ slug }));

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const term = getTerm((await params).slug);
  return term ? pageMetadata(term) : {};
}

export default async function TermPage({ params }: Props) {
  const term = getTerm((await params).slug);
  if (!term) notFound();
  const facts = citedFacts("glossary", term);
  const trail = trailOf("term", term);
  return (
    <PageShell address={term.address} differs={documentDiffers("glossary", term)} review={term}>
      <JsonScript type="application/ld+json" data={pageJson(KINDS.term.schemaOrg, term, trail)} />
      <PageHead trail={trail} title={term.title} sheetBelow />
      <div className="prose measure mt-4">
        <div className="lead">
          <Text of={term.definition} facts={facts} />
        </div>
        {term.more ? <Text of={term.more} facts={facts} /> : null}
        {term.synonyms.length > 0 ? (
          <p className="text-muted">Also called: {term.synonyms.join(", ")}.</p>
        ) : null}
      </div>
      <Sheet />
      <Related addresses={term.related} />
      <Sources facts={facts} />
    </PageShell>
  );
}
