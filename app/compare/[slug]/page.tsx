import { notFound } from "next/navigation";
import { ComparedStepView } from "@/components/compare/compared-step";
import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { Sources } from "@/components/layout/sources";
import { compareSteps } from "@/lib/content/compare";
import { citedFacts } from "@/lib/content/facts";
import { comparePage } from "@/lib/content/fixed-pages";
import { getGuide, getGuides, getSettingsPage } from "@/lib/content/pages";
import { getDrawings } from "@/lib/content/screens";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { FIXED_PAGES } from "@/lib/site/kinds";

export const dynamicParams = false;

export const generateStaticParams = () => getGuides().map(({ slug }) => ({ slug }));

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const guide = getGuide((await params).slug);
  return guide ? pageMetadata(comparePage(guide)) : {};
}

/** A guide on Windows 10 and 11, side by side (W11): the steps that differ, and a list of those that do not. */
export default async function ComparePage({ params }: Props) {
  const guide = getGuide((await params).slug);
  if (!guide) notFound();
  const page = comparePage(guide);
  const trail = [FIXED_PAGES.compare, { address: page.address, title: guide.shortTitle }];
  const facts = citedFacts("guides", guide);
  const steps = compareSteps(guide, { settingsPage: getSettingsPage, drawings: getDrawings });
  const differing = steps.filter(({ differences }) => differences.length > 0);
  const same = steps.filter(({ differences }) => differences.length === 0);
  return (
    <PageShell address={page.address} review={guide}>
      <JsonScript
        type="application/ld+json"
        data={pageJson("TechArticle", { ...guide, ...page }, trail)}
      />
      <PageHead trail={trail} title={page.title}>
        <p>
          {differing.length === 0
            ? "Every step is the same on Windows 10 and 11."
            : `${differing.length} of ${steps.length} steps differ.`}{" "}
          <a href={guide.address}>Follow the guide</a> for one version.
        </p>
      </PageHead>
      {differing.map((compared) => (
        <ComparedStepView
          key={compared.step.id}
          guide={guide.address}
          compared={compared}
          facts={facts}
        />
      ))}
      {differing.length > 0 && same.length > 0 ? (
        <section aria-labelledby="same" className="mt-12">
          <h2 id="same">The same on both</h2>
          <ul className="mt-2 list-disc ps-5">
            {same.map(({ step, helpDiffers }) => (
              <li key={step.id}>
                <a href={`${guide.address}#${step.id}`} className="inline-block py-0.5">
                  {step.title}
                </a>
                {helpDiffers ? "; only the help below it differs in places" : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Sources facts={facts} />
    </PageShell>
  );
}
