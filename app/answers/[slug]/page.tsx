import { notFound } from "next/navigation";
import { AnswerFold } from "@/components/answers/answers";
import { Text } from "@/components/content/text";
import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { Related } from "@/components/layout/related";
import { Sources } from "@/components/layout/sources";
import { getAnswersOn, getAnswerSubject, getAnswerSubjects } from "@/lib/content/answers";
import { documentDiffers } from "@/lib/content/differs";
import { citedFacts } from "@/lib/content/facts";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { KINDS, trailOf } from "@/lib/site/kinds";

export const dynamicParams = false;

export const generateStaticParams = () => getAnswerSubjects().map(({ slug }) => ({ slug }));

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const subject = getAnswerSubject((await params).slug);
  return subject ? pageMetadata(subject) : {};
}

export default async function AnswersOfSubjectPage({ params }: Props) {
  const subject = getAnswerSubject((await params).slug);
  if (!subject) notFound();
  const facts = citedFacts("answers", subject);
  const trail = trailOf("answers", subject);
  return (
    <PageShell
      address={subject.address}
      differs={documentDiffers("answers", subject)}
      review={subject}
    >
      <JsonScript
        type="application/ld+json"
        data={pageJson(KINDS.answers.schemaOrg, subject, trail)}
      />
      <PageHead trail={trail} title={subject.title}>
        <Text of={subject.lead} facts={facts} />
      </PageHead>
      <div className="measure answers">
        {getAnswersOn(subject.address).map((answer, index) => (
          <AnswerFold key={answer.id} answer={answer} facts={facts} open={index === 0} />
        ))}
      </div>
      <Related addresses={subject.related} />
      <Sources facts={facts} />
    </PageShell>
  );
}
