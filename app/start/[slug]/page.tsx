import { notFound } from "next/navigation";
import { CaseView } from "@/components/case/case-view";
import { getCase, getFirstCase } from "@/lib/content/cases";
import { getCases } from "@/lib/content/pages";
import { pageMetadata } from "@/lib/metadata";
import { FIRST_CASE } from "@/lib/site/kinds";

export const dynamicParams = false;

export const generateStaticParams = () =>
  getCases().flatMap(({ slug }) => (slug === FIRST_CASE ? [] : { slug }));

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const question = getCase((await params).slug);
  return question ? pageMetadata(question) : {};
}

export default async function CasePage({ params }: Props) {
  const question = getCase((await params).slug);
  if (!question) notFound();
  return <CaseView question={question} first={getFirstCase()} />;
}
