import type { GuideOutline, OutlineStep } from "./guide-outline";

/** The parameter in a guide's address that answers one of its questions: `?answer=<question>.<answer>`. */
export const ANSWER_PARAMETER = "answer";

/** An answer in an address, and the step that asks the question. */
type BroughtAnswer = { step: OutlineStep; question: string; answer: string };

/** The answers in an address, in the order of the guide. Answers that the guide does not offer are left out. */
export function answersInAddress(outline: GuideOutline, search: string): BroughtAnswer[] {
  const given = new URLSearchParams(search).getAll(ANSWER_PARAMETER);
  return outline.parts.flatMap(({ steps }) =>
    steps.flatMap((step): BroughtAnswer[] => {
      const question = step.question;
      const answer = question?.answers.find((id) => given.includes(`${question.id}.${id}`));
      return question && answer ? [{ step, question: question.id, answer }] : [];
    }),
  );
}

/** The address without its answers. */
export function withoutAnswers(address: string): string {
  const url = new URL(address);
  url.searchParams.delete(ANSWER_PARAMETER);
  return url.href;
}
