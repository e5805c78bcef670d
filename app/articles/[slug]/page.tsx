import { notFound } from "next/navigation";
import { Answers } from "@/components/answers/answers";
import { Text } from "@/components/content/text";
import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { Related } from "@/components/layout/related";
import { Sheet } from "@/components/layout/sheet";
import { Sources } from "@/components/layout/sources";
import { getAnswersOn } from "@/lib/content/answers";
import { documentDiffers } from "@/lib/content/differs";
import { citedFacts } from "@/lib/content/facts";
import { getArticle, getArticles } from "@/lib/content/pages";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { KINDS, trailOf } from "@/lib/site/kinds";
import { sectionsOf } from "@/lib/text/headings";
import { parseText } from "@/lib/text/parse-text";

export const dynamicParams = false;

export const generateStaticParams = () => getArticles().map(({ slug }) => ({ slug }));

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const article = getArticle((await params).slug);
  return article ? pageMetadata(article) : {};
}

export default async function ArticlePage({ params }: Props) {
  const article = getArticle((await params).slug);
  if (!article) notFound();
  const facts = citedFacts("articles", article);
  const headings = sectionsOf(parseText(article.body)).flatMap(({ heading }) =>
    heading?.depth === 2 ? heading : [],
  );
  const firstHeading = article.body.search(/^## /m);
  const end = firstHeading < 0 ? article.body.length : firstHeading;
  const [beginning, rest] = [article.body.slice(0, end), article.body.slice(end)];
  const trail = trailOf("article", article);
  return (
    <PageShell
      address={article.address}
      differs={documentDiffers("articles", article)}
      review={article}
    >
      <JsonScript
        type="application/ld+json"
        data={pageJson(KINDS.article.schemaOrg, article, trail)}
      />
      <div className="article-columns">
        <article>
          <PageHead trail={trail} title={article.title} sheetBelow />
          <div className="prose mt-4">
            <Text of={beginning} facts={facts} />
          </div>
          <Sheet />
          <Answers answers={getAnswersOn(article.address)} facts={facts} />
          <div className="prose">
            <Text of={rest} facts={facts} />
          </div>
        </article>
        <nav
          aria-label="On this page"
          className="no-print sticky top-24 self-start pt-10 text-[0.95rem] max-lg:hidden"
        >
          <p className="mb-2 font-semibold">On this page</p>
          <ul>
            {headings.map(({ id, title }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  className="inline-block py-1 text-muted no-underline hover:text-ink hover:underline"
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <Related addresses={article.related} />
      <Sources facts={facts} />
    </PageShell>
  );
}
