import "server-only";
import { getAnswers } from "@/lib/content/answers";
import { lastChanged } from "@/lib/content/changes";
import { citedFacts, getFact, type CitedFact } from "@/lib/content/facts";
import {
  errorTitle,
  getErrorAdvice,
  getErrorCode,
  getErrorCodes,
  getMessage,
  getMessages,
} from "@/lib/content/pages";
import { describeErrorCode } from "@/lib/errors/error-code";
import { writeText } from "@/lib/markdown/write-text";
import { answerSearch, type AskedSearch } from "@/lib/search/search-request";
import { getSiteIndex } from "@/lib/search/site-index";

import { absolute } from "@/lib/site/site";
import { factsIn } from "@/lib/text/parse-text";
import type {
  AnswerItem,
  ErrorAnswer,
  ErrorBrief,
  MessageAnswer,
  MessageBrief,
  SearchReply,
} from "./schemas";

const texts = (markdown: string) => ({
  "11": writeText(markdown, { windows: "11" }),
  "10": writeText(markdown, { windows: "10" }),
});

const pageFields = (page: {
  address: string;
  title: string;
  description: string;
  updated: string;
}) => ({
  url: absolute(page.address),
  markdown: absolute(`${page.address}.md`),
  title: page.title,
  description: page.description,
  updated: lastChanged(page.address) ?? page.updated,
});

const sourcesOf = (facts: CitedFact[]) =>
  [...new Map(facts.map((fact) => [fact.number, fact])).values()].map(
    ({ grade, checked, sources }) => ({
      grade,
      checked,
      sources: sources.map(({ publisher, link }) => ({ publisher, url: link })),
    }),
  );

type ErrorCode = ReturnType<typeof getErrorCodes>[number];
type Message = ReturnType<typeof getMessages>[number];

function errorBrief(error: ErrorCode): ErrorBrief {
  const { side, action, first } = getErrorAdvice(error);
  const number = describeErrorCode(error.code);
  return {
    ...pageFields({ ...error, title: errorTitle(error) }),
    code: error.code,
    unsigned: number?.unsigned ?? "",
    signed: number?.signed ?? "",
    audience: error.audience,
    windows: error.windows,
    side,
    action,
    meaning: texts(error.meaning.text),
    meaningGrade: error.meaning.grade,
    first: texts(first),
    adviceGrade: error.advice.grade,
  };
}

/** A code, `0xC004F211`; undefined if it has no page. */
export function getErrorAnswer(code: string): ErrorAnswer | undefined {
  const error = getErrorCode(code.toLowerCase());
  if (!error) return undefined;
  const { first, steps, wait, buy, notThisIf } = getErrorAdvice(error);
  const cited = [first, ...steps, wait ?? "", buy, ...notThisIf].filter(Boolean);
  return {
    ...errorBrief(error),
    symbolicName: error.symbolicName,
    officialMessage: error.officialMessage,
    steps: steps.map(texts),
    wait: wait === undefined ? undefined : texts(wait),
    newLicense: texts(buy),
    notThisIf: notThisIf.map(texts),
    sources: sourcesOf(citedFacts("errors", error, cited)),
  };
}

function messageBrief(message: Message): MessageBrief {
  const { message: words, windows, where, linked, state, verdict, meaning } = message;
  return {
    ...pageFields(message),
    message: words,
    windows,
    where,
    linked,
    state,
    verdict,
    meaning: texts(meaning),
  };
}

/** A message, by the last part of its address. */
export function getMessageAnswer(slug: string): MessageAnswer | undefined {
  const message = getMessage(slug);
  if (!message) return undefined;
  return {
    ...messageBrief(message),
    whereText: texts(message.whereText),
    next: message.next.map(texts),
    lookAlikes: message.lookAlikes.flatMap((other) => {
      const { message: words, address } = getMessage(other) ?? {};
      return words && address ? [{ message: words, url: absolute(address) }] : [];
    }),
    errorCodes: message.errorCodes,
    sources: sourcesOf(citedFacts("messages", message)),
  };
}

/** Worst first: an answer is only as certain as its least certain claim. */
const GRADES = ["conflicting", "reported", "confirmed"] as const;

const answerItem = ({
  id,
  address,
  question,
  also,
  windows,
  answer,
  subject,
}: ReturnType<typeof getAnswers>[number]): AnswerItem => ({
  id,
  url: absolute(address),
  question,
  also,
  windows,
  answer: texts(answer),
  grade: GRADES.find((grade) => factsIn(answer).some((fact) => getFact(fact).grade === grade)),
  updated: subject.updated,
});

const list = <Item extends { updated: string }>(items: Item[]) => ({
  items,
  changed: items
    .map(({ updated }) => updated)
    .sort()
    .at(-1),
});

export const getErrorList = () => list(getErrorCodes().map(errorBrief));
export const getMessageList = () => list(getMessages().map(messageBrief));
export const getAnswerList = () => list(getAnswers().map(answerItem));

/** A search, in the stable format of the API. */
export function getSearchReply(asked: AskedSearch): SearchReply {
  const { answer } = answerSearch(getSiteIndex(), asked);
  const { card } = answer;
  return {
    query: answer.query,
    windows: asked.windows,
    total: answer.total,
    answer: card && {
      question: card.question,
      text: (card.text ?? []).map(({ text }) => text).join(""),
      grade: card.grade,
      url: absolute(card.address),
    },
    exact: answer.exact,
    corrected: answer.correctedTo,
    unknownCodes: answer.unknownCodes,
    safety: answer.safety,
    results: answer.results.map(({ address, kind, title, heading, snippet, windows }) => ({
      url: absolute(address),
      kind,
      title,
      heading,
      snippet: snippet.map(({ text }) => text).join(""),
      windows,
    })),
  };
}
