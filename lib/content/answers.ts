import "server-only";
import { ANSWERING, leadOf } from "@/lib/schema/answer-lead";
import { answerAnchor, type Answer, type AnswersFile } from "@/lib/schema/answers";
import { load, type Loaded } from "./load";

/** A subject with its answers. Its page is /answers/<subject>. */
type AnswerSubject = Loaded<AnswersFile>;

/** An answer and its place. */
export type PlacedAnswer = Omit<Answer, "answer"> & {
  /** Its text, or the first lines of its page, if those are the answer. */
  answer: string;
  /** Whether the page begins with it, so that it is not shown again. */
  isLead: boolean;
  /** The page that it is on. */
  page: string;
  /** The page with its anchor, which is absent when the page begins with it. */
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
/** The answers that a page lists: those below its first lines; on the page of a subject, all of its answers. */
export const getAnswersOn = (address: string): PlacedAnswer[] =>
  answers.filter(
    ({ page, isLead, subject }) => subject.address === address || (page === address && !isLead),
  );
