import "server-only";
import { ANSWERING, leadOf } from "@/lib/schema/answer-lead";
import { answerAnchor, type Answer, type AnswersFile } from "@/lib/schema/answers";
import { load, type Loaded } from "./load";

/** A subject with its answers; its page is /answers/<subject>. */
export type AnswerSubject = Loaded<AnswersFile>;

/** An answer and where it stands. */
export type PlacedAnswer = Omit<Answer, "answer"> & {
  /** Its text. Where the first lines of its page are the answer, those. */
  answer: string;
  /** Whether the page begins with it, so that it is not shown once more. */
  isLead: boolean;
  /** The page that it stands on. */
  page: string;
  /** The page with its anchor; without one where the page begins with it. */
  address: string;
  subject: AnswerSubject;
};

const subjects = load("answers").sort((a, b) => a.title.localeCompare(b.title, "en"));

const leads = new Map(
  ANSWERING.flatMap((collection) =>
    load(collection).map((document) => [document.address, leadOf(collection, document)] as const),
  ),
);

function placed(subject: AnswerSubject, answer: Answer): PlacedAnswer {
  const page = answer.page ?? subject.address;
  const isLead = answer.answer === undefined;
  return {
    ...answer,
    page,
    isLead,
    answer: answer.answer ?? leads.get(page) ?? "",
    address: isLead ? page : `${page}#${answerAnchor(answer.id)}`,
    subject,
  };
}

const answers = subjects.flatMap((subject) =>
  subject.answers.map((answer) => placed(subject, answer)),
);

/** All subjects, by title. */
export const getAnswerSubjects = (): AnswerSubject[] => subjects;
export const getAnswerSubject = (slug: string) => subjects.find((one) => one.slug === slug);
/** All answers, subject by subject. */
export const getAnswers = (): PlacedAnswer[] => answers;
/** The answers that a page shows: those on it below its first lines; on the page of a subject, all of it. */
export const getAnswersOn = (address: string): PlacedAnswer[] =>
  answers.filter(
    ({ page, isLead, subject }) => subject.address === address || (page === address && !isLead),
  );
