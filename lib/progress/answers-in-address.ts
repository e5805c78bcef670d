import type { GuideOutline, OutlineStep } from "./guide-outline";

/** The parameter of a guide's address that answers one of its questions: `?answer=<question>.<answer>`. */
export const ANSWER_PARAMETER = "answer";

/** An answer that a link brings along, and the step that asks for it. */
export type BroughtAnswer = { step: OutlineStep; question: string; answer: string };

/** The answers that an address brings, in the order of the guide. What the guide does not offer is left out. */
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

/** The address without the answers that it brought. */
export function withoutAnswers(address: string): string {
  const url = new URL(address);
  url.searchParams.delete(ANSWER_PARAMETER);
  return url.href;
}
