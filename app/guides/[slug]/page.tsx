import { notFound } from "next/navigation";
import browser from "@/.generated/browser.json";
import { Answers } from "@/components/answers/answers";
import { Text } from "@/components/content/text";
import { GuideView } from "@/components/guide/guide-view";
import { NEED_TEXTS } from "@/components/guide/needs";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageScript } from "@/components/layout/page-script";
import { PageShell } from "@/components/layout/page-shell";
import { InlineStyle, JsonScript } from "@/components/layout/raw-html";
import { Related } from "@/components/layout/related";
import { Sources } from "@/components/layout/sources";
import { getAnswersOn } from "@/lib/content/answers";
import { citedFacts } from "@/lib/content/facts";
import { comparePage } from "@/lib/content/fixed-pages";
import { getGuideNeeds } from "@/lib/content/guide-outline";
import { getGuide, getGuides } from "@/lib/content/pages";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { KINDS, trailOf, usbAddress } from "@/lib/site/kinds";

export const dynamicParams = false;

export const generateStaticParams = () => getGuides().map(({ slug }) => ({ slug }));

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const guide = getGuide((await params).slug);
  return guide ? pageMetadata(guide) : {};
}

export default async function GuidePage({ params }: Props) {
  const guide = getGuide((await params).slug);
  if (!guide) notFound();
  const facts = citedFacts("guides", guide);
  const { needs } = getGuideNeeds(guide);
  const trail = trailOf("guide", { address: guide.address, title: guide.shortTitle });
  return (
    <PageShell address={guide.address} differs review={guide}>
      <JsonScript type="application/ld+json" data={pageJson(KINDS.guide.schemaOrg, guide, trail)} />
      <GuideView
        guide={guide}
        facts={facts}
        title={
          <>
            <Breadcrumbs trail={trail} />
            <h1>{guide.title}</h1>
          </>
        }
        before={
          <>
            <div className="prose measure lead">
              <Text of={guide.lead} facts={facts} />
            </div>
            {needs.length > 0 ? (
              <section className="needs" aria-labelledby="needs">
                <h2 id="needs">Have ready</h2>
                <ul>
                  {needs.map((need) => (
                    <li key={need}>{NEED_TEXTS[need].long}</li>
                  ))}
                </ul>
              </section>
            ) : null}
            {guide.exits.length > 0 ? (
              <details className="collapsible exits">
                <summary>Not your situation?</summary>
                <ul>
                  {guide.exits.map(({ text, to }) => (
                    <li key={text}>
                      <a href={to}>{text}</a>
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
          </>
        }
      />
      <Answers answers={getAnswersOn(guide.address)} facts={facts} open={false} />
      <Related addresses={guide.related} />
      <p className="no-print mt-4 flex flex-wrap gap-x-6">
        <a href={comparePage(guide).address} className="inline-flex min-h-11 items-center">
          Windows 10 and 11 side by side
        </a>
        <a href={usbAddress(guide.slug)} download className="inline-flex min-h-11 items-center">
          This guide as one file, for a USB stick
        </a>
      </p>
      <Sources facts={facts} />
      <InlineStyle css={browser.guideStyles} name={browser.guideStylesHash} />
      <PageScript address={browser.shared} />
      <PageScript address={browser.assets.guide} />
    </PageShell>
  );
}
