import { notFound } from "next/navigation";
import { Answers } from "@/components/answers/answers";
import { GradeBadge } from "@/components/content/grade";
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
import { errorTitle, getErrorAdvice, getErrorCode, getErrorCodes } from "@/lib/content/pages";
import { ACTION_TEXTS, AUDIENCE_TEXTS, SIDE_TEXTS } from "@/lib/content/wording";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { KINDS, trailOf } from "@/lib/site/kinds";

export const dynamicParams = false;

export const generateStaticParams = () => getErrorCodes().map(({ slug }) => ({ slug }));

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const error = getErrorCode((await params).slug);
  return error ? pageMetadata({ ...error, title: errorTitle(error) }) : {};
}

export default async function ErrorCodePage({ params }: Props) {
  const error = getErrorCode((await params).slug);
  if (!error) notFound();
  const advice = getErrorAdvice(error);
  const adviceTexts = [
    advice.first,
    ...advice.steps,
    advice.wait ?? "",
    advice.buy,
    ...advice.notThisIf,
  ].filter(Boolean);
  const facts = citedFacts("errors", error, adviceTexts);
  const title = errorTitle(error);
  const trail = trailOf("error", { address: error.address, title: error.code });
  return (
    <PageShell
      address={error.address}
      differs={documentDiffers("errors", error, adviceTexts)}
      review={error}
      sheetInside
    >
      <JsonScript
        type="application/ld+json"
        data={pageJson(KINDS.error.schemaOrg, { ...error, title }, trail)}
      />
      <PageHead
        trail={trail}
        title={
          <>
            <span translate="no" className="code-in-title">
              {error.code}
              <span className="sr-only">: </span>
            </span>
            {error.title}
          </>
        }
      />
      <div className="measure space-y-6 mt-4">
        {error.audience === "volume" ? (
          <p className="note note-warn font-semibold">
            Work or school PC? Ask your IT team: this code comes from an organization’s license.
          </p>
        ) : null}
        <section aria-labelledby="meaning" className="prose">
          <div className="graded">
            <h2 id="meaning">What it means</h2>
            <GradeBadge grade={error.meaning.grade} />
          </div>
          <Text of={error.meaning.text} facts={facts} />
        </section>
        <dl className="pairs">
          <div>
            <dt className="text-[0.95rem] text-muted">Whose side it is on</dt>
            <dd className="font-semibold">{SIDE_TEXTS[advice.side]}</dd>
          </div>
          <div>
            <dt className="text-[0.95rem] text-muted">Where it is met</dt>
            <dd className="font-semibold">{AUDIENCE_TEXTS[error.audience]}</dd>
          </div>
        </dl>
        <Sheet />
        <section aria-labelledby="advice" className="prose">
          <div className="graded">
            <h2 id="advice">{ACTION_TEXTS[advice.action]}</h2>
            <GradeBadge grade={error.advice.grade} />
          </div>
          {error.advice.grade === "derived" ? (
            <p className="text-[0.95rem] text-muted">
              No page about this very code was found. The advice follows from its meaning and from
              general steps that Microsoft documents.
            </p>
          ) : null}
          <div className="note note-ok">
            <Text of={advice.first} facts={facts} />
          </div>
          <ol>
            {advice.steps.map((step) => (
              <li key={step}>
                <Text of={step} facts={facts} inline />
              </li>
            ))}
          </ol>
        </section>
        <Answers answers={getAnswersOn(error.address)} facts={facts} />
        {advice.wait ? (
          <section aria-labelledby="wait" className="prose">
            <h2 id="wait">When to wait</h2>
            <Text of={advice.wait} facts={facts} />
          </section>
        ) : null}
        <section aria-labelledby="buy" className="prose">
          <h2 id="buy">Do you need a new license?</h2>
          <Text of={advice.buy} facts={facts} />
        </section>
        {advice.notThisIf.length > 0 ? (
          <section aria-labelledby="not-this" className="prose">
            <h2 id="not-this">Not your case if</h2>
            <ul>
              {advice.notThisIf.map((sign) => (
                <li key={sign}>
                  <Text of={sign} facts={facts} inline />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {error.officialMessage || error.symbolicName ? (
          <section aria-labelledby="official" className="prose">
            <h2 id="official">In Microsoft’s words</h2>
            {error.officialMessage ? (
              <blockquote translate="no">“{error.officialMessage}”</blockquote>
            ) : null}
            {error.symbolicName ? (
              <p className="text-muted">
                Name for programmers: <code translate="no">{error.symbolicName}</code>. The page in
                Settings may word it differently.
              </p>
            ) : null}
          </section>
        ) : null}
      </div>
      <Related addresses={error.related} />
      <Sources facts={facts} />
    </PageShell>
  );
}
