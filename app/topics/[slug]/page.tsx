import { notFound } from "next/navigation";
import { Text } from "@/components/content/text";
import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { Related } from "@/components/layout/related";
import { Sources } from "@/components/layout/sources";
import { documentDiffers } from "@/lib/content/differs";
import { citedFacts } from "@/lib/content/facts";
import { getPageLinks, getTopic, getTopics } from "@/lib/content/pages";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { DOCUMENT_KINDS, KINDS, trailOf } from "@/lib/site/kinds";

export const dynamicParams = false;

export const generateStaticParams = () => getTopics().map(({ slug }) => ({ slug }));

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const topic = getTopic((await params).slug);
  return topic ? pageMetadata(topic) : {};
}

export default async function TopicPage({ params }: Props) {
  const topic = getTopic((await params).slug);
  if (!topic) notFound();
  const facts = citedFacts("topics", topic);
  const pages = getPageLinks().filter(({ topics }) => topics.includes(topic.slug));
  const trail = trailOf("topic", topic);
  return (
    <PageShell address={topic.address} differs={documentDiffers("topics", topic)} review={topic}>
      <JsonScript type="application/ld+json" data={pageJson(KINDS.topic.schemaOrg, topic, trail)} />
      <PageHead trail={trail} title={topic.title}>
        <Text of={topic.text} facts={facts} />
      </PageHead>
      {DOCUMENT_KINDS.map(({ kind, many }) => {
        const here = pages.filter((page) => page.kind === kind);
        return here.length > 0 ? (
          <section key={kind} aria-labelledby={kind} className="mt-8">
            <h2 id={kind}>{many}</h2>
            <ul className="mt-2 grid gap-x-12 md:grid-cols-2">
              {here.map((page) => (
                <li key={page.address}>
                  <a href={page.address} className="inline-block py-1.5">
                    {page.title}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : null;
      })}
      <Related addresses={topic.related} />
      <Sources facts={facts} />
    </PageShell>
  );
}
