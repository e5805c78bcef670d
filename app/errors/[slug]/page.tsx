import { notFound } from "next/navigation";
import { Answers } from "@/components/answers/answers";
import { GRADE_TEXTS, GradeBadge } from "@/components/content/grade";
import { Collapsible } from "@/components/layout/collapsible";
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
    >
      <JsonScript
        type="application/ld+json"
        data={pageJson(KINDS.error.schemaOrg, { ...error, title }, trail)}
      />
      <PageHead
        trail={trail}
        sheetBelow
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
      <div className="measure error-first">
        <Text of={error.meaning.text} facts={facts} />
        <Sheet />
        <dl className="pairs">
          <div>
            <dt className="text-[0.95rem]">What is at fault</dt>
            <dd className="font-semibold">{SIDE_TEXTS[advice.side]}</dd>
          </div>
        </dl>
        <section aria-labelledby="advice">
          <h2 id="advice">{ACTION_TEXTS[advice.action]}</h2>
          <Text of={advice.first} facts={facts} />
        </section>
        <p className="verdict-act">
          <a href={advice.next.to} className="button button-act">
            {advice.next.label}
          </a>
        </p>
        {error.audience === "volume" ? (
          <p className="note note-warn font-semibold">
            Work or school PC? Ask your IT team: this code comes from an organization’s license.
          </p>
        ) : null}
        <dl className="pairs">
          <div>
            <dt className="text-[0.95rem]">Who sees it</dt>
            <dd className="font-semibold">{AUDIENCE_TEXTS[error.audience]}</dd>
          </div>
        </dl>
      </div>
      <div className="measure collapsibles">
        <Answers answers={getAnswersOn(error.address)} facts={facts} open={false} />
        <Collapsible title="What to do, in order">
          <ol>
            {advice.steps.map((step) => (
              <li key={step}>
                <Text of={step} facts={facts} inline />
              </li>
            ))}
          </ol>
        </Collapsible>
        {advice.wait ? (
          <Collapsible title="When to wait">
            <Text of={advice.wait} facts={facts} />
          </Collapsible>
        ) : null}
        <Collapsible title="Do you need a new license?">
          <Text of={advice.buy} facts={facts} />
        </Collapsible>
        {advice.notThisIf.length > 0 ? (
          <Collapsible title="Not your case if">
            <ul>
              {advice.notThisIf.map((sign) => (
                <li key={sign}>
                  <Text of={sign} facts={facts} inline />
                </li>
              ))}
            </ul>
          </Collapsible>
        ) : null}
        {error.officialMessage || error.symbolicName ? (
          <Collapsible title="In Microsoft’s words">
            {error.officialMessage ? (
              <blockquote translate="no">“{error.officialMessage}”</blockquote>
            ) : null}
            {error.symbolicName ? (
              <p className="text-muted">
                Name for programmers: <code translate="no">{error.symbolicName}</code>. The page in
                Settings may word it differently.
              </p>
            ) : null}
          </Collapsible>
        ) : null}
        <Collapsible title="How sure is this?">
          <p>
            The meaning: <GradeBadge grade={error.meaning.grade} />{" "}
            {GRADE_TEXTS[error.meaning.grade].long}
          </p>
          <p>
            The advice: <GradeBadge grade={error.advice.grade} />{" "}
            {GRADE_TEXTS[error.advice.grade].long}
          </p>
        </Collapsible>
      </div>
      <Related addresses={error.related} />
      <Sources facts={facts} />
    </PageShell>
  );
}
