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
import { Sheet } from "@/components/layout/sheet";
import { Sources } from "@/components/layout/sources";
import { getAnswersOn } from "@/lib/content/answers";
import { citedFacts } from "@/lib/content/facts";
import { getGuideNeeds } from "@/lib/content/guide-outline";
import { getGuide, getGuides } from "@/lib/content/pages";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { KINDS, trailOf } from "@/lib/site/kinds";

export const dynamicParams = false;

export const generateStaticParams = () => getGuides().map(({ slug }) => ({ slug }));

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const guide = getGuide((await params).slug);
  return guide ? pageMetadata(guide) : {};
}

/** “8 to 14 steps”, or one number where both are the same. */
const range = ({ least, most }: { least: number; most: number }) =>
  least === most ? String(most) : `${least} to ${most}`;

export default async function GuidePage({ params }: Props) {
  const guide = getGuide((await params).slug);
  if (!guide) notFound();
  const facts = citedFacts("guides", guide);
  const { needs, minutes, steps } = getGuideNeeds(guide);
  const trail = trailOf("guide", { address: guide.address, title: guide.shortTitle });
  return (
    <PageShell address={guide.address} differs review={guide} sheetInside>
      <JsonScript
        type="application/ld+json"
        data={pageJson(KINDS.guide.schemaOrg, guide, trail, {
          totalTime: `PT${minutes.most}M`,
          step: guide.parts.flatMap((part) =>
            part.steps.map((step) => ({ "@type": "HowToStep", name: step.title })),
          ),
        })}
      />
      <GuideView guide={guide} facts={facts}>
        <Breadcrumbs trail={trail} />
        <h1>{guide.title}</h1>
        <div className="prose measure lead mt-4">
          <Text of={guide.lead} facts={facts} />
        </div>
        <Sheet />
        <div className="needs">
          <section aria-labelledby="needs">
            <h2 id="needs">What you need</h2>
            <p className="text-[0.95rem] text-muted">
              {range(minutes)} minutes, {range(steps)} steps, depending on what your screen says.
              Free.
            </p>
            <ul className="needs-list">
              {needs.map((need) => (
                <li key={need}>{NEED_TEXTS[need].long}</li>
              ))}
            </ul>
          </section>
          {guide.exits.length > 0 ? (
            <section aria-labelledby="exits">
              <h2 id="exits">Not your situation?</h2>
              <ul className="mt-1">
                {guide.exits.map(({ text, to }) => (
                  <li key={text}>
                    <a href={to} className="inline-block py-1.5 leading-snug">
                      {text}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
        {/* All closed: the first step must not be pushed down. */}
        <Answers answers={getAnswersOn(guide.address)} facts={facts} open={false} />
      </GuideView>
      <Related addresses={guide.related} />
      <Sources facts={facts} />
      <InlineStyle css={browser.guideStyles} name={browser.guideStylesHash} />
      <PageScript address={browser.assets.guide} />
    </PageShell>
  );
}
