import { PageHead } from "@/components/layout/page-head";
import { PageList } from "@/components/layout/page-list";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { getAnswerSubjects } from "@/lib/content/answers";
import { reviewOf } from "@/lib/content/pages";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { KINDS, trailOf } from "@/lib/site/kinds";

const page = {
  title: KINDS.answers.many,
  description:
    "Short answers to what people ask about Windows licenses, Microsoft accounts and activation, by subject, each with its sources.",
  address: KINDS.answers.address,
};
const trail = trailOf("answers");

export const metadata = pageMetadata(page);

export default function AnswersPage() {
  const subjects = getAnswerSubjects();
  return (
    <PageShell address={page.address} review={reviewOf(subjects)}>
      <JsonScript type="application/ld+json" data={pageJson("CollectionPage", page, trail)} />
      <PageHead trail={trail} title={page.title}>
        <p>{page.description}</p>
      </PageHead>
      <PageList
        pages={subjects.map((subject) => ({
          ...subject,
          note: `${subject.answers.length} answers`,
        }))}
      />
    </PageShell>
  );
}
