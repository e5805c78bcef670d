import type { Guide } from "../schema/guides";
import type { PublishedStep } from "../schema/published-steps";
import type { Windows } from "@/lib/windows/version";

type OtherAnswer = { question: string; answer: string };

/** One step of a guide, without its text. */
export type OutlineStep = {
  id: string;
  title: string;
  minutes: number;
  /** Raised by writers when what the reader has to do changes. */
  revision: number;
  /** Set when the step exists on one Windows version only. */
  only?: Windows;
  /** The reader looks here at what the steps before have led to, or decides on it. */
  result?: true;
  /**
   * Asked in this step; the answer picks the parts that follow. `usual`: what most readers answer. `expects`: after
   * one of the answers, what most readers answer to a later question. `settles`: what one of the answers says to
   * another question, too.
   */
  question?: {
    id: string;
    answers: string[];
    usual?: string;
    expects?: Record<string, OtherAnswer>;
    settles?: Record<string, OtherAnswer>;
  };
};

/** One part of a guide. Without `when` it is for everybody. */
export type OutlinePart = {
  id: string;
  title: string;
  /** The chapter it belongs to; what is offered after success belongs to none. */
  chapter?: string;
  /** Offered once the guide is finished, never counted. */
  optional?: true;
  /** The part is for these answers to an earlier question. */
  when?: { question: string; answers: string[] };
  steps: OutlineStep[];
};

/** What the rules of progress need to know about a guide; small enough to be part of its page. */
export type GuideOutline = {
  /** Slug of the guide. */
  guide: string;
  /** The same for every reader, in order. */
  chapters: { id: string; title: string }[];
  parts: OutlinePart[];
  /** The possible ends, once every step is done: the first one that fits the answers and what is proved is shown. */
  ends: { when?: { question: string; answers: string[] }; verdict?: string }[];
  /** What the reader has proved once each of the steps is done, or answered in a way that proves the same. */
  verdicts: {
    id: string;
    steps: string[];
    answered?: { step: string; question: string; answers: string[] }[];
  }[];
  /** Former step ids, each with the current steps that replaced it. */
  aliases: Record<string, string[]>;
};

/** A guide as other pages need it: for the board of PCs, and to move progress to another device. */
export type BoardGuide = {
  title: string;
  outline: GuideOutline;
  /** The permanent short number of every step ever published. */
  numbers: Record<string, number>;
  /** The whole text of each answer, by `<question>.<answer>`; one for each version of Windows where they differ. */
  answers: Record<string, string | Record<Windows, string>>;
  /** What the guide can tell about the license; only in guides that can. */
  license?: {
    verdicts: Record<string, "linked" | "proven">;
    /** By `<question>.<answer>`. */
    answers: Record<string, "not-linked" | "organization">;
  };
  /** The ends, in the order of the outline. `next`: the page that helps next. */
  ends: { title: string; next?: string }[];
};

/** What each answer expects of another question, or says to it; undefined where none does. */
function otherAnswers<Name extends "expects" | "settles">(
  name: Name,
  answers: ({ id: string } & { [Key in Name]?: OtherAnswer })[],
): Record<string, OtherAnswer> | undefined {
  const entries = answers.flatMap((answer) => {
    const other = answer[name];
    return other ? [[answer.id, other] as const] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** The outline of a guide. `published`: the steps it ever had. */
export function outlineOf(
  guide: Guide & { slug: string },
  published: readonly PublishedStep[] = [],
): GuideOutline {
  return {
    guide: guide.slug,
    chapters: guide.chapters ?? [],
    ends: guide.ends.map(({ when, verdict }) => ({ when, verdict })),
    parts: guide.parts.map(({ id, title, chapter, optional, when, steps }) => ({
      id,
      title,
      chapter,
      optional: optional ? true : undefined,
      when,
      steps: steps.map((step) => ({
        id: step.id,
        title: step.title,
        minutes: step.minutes,
        revision: step.revision,
        only: step.only,
        result: step.result,
        question: step.question && {
          id: step.question.id,
          answers: step.question.answers.map((answer) => answer.id),
          usual: step.question.usual,
          expects: otherAnswers("expects", step.question.answers),
          settles: otherAnswers("settles", step.question.answers),
        },
      })),
    })),
    verdicts: guide.verdicts.map(({ id, steps, answered }) => ({
      id,
      steps,
      ...(answered.length > 0 ? { answered } : {}),
    })),
    aliases: Object.fromEntries(published.flatMap(({ id, now }) => (now ? [[id, now]] : []))),
  };
}
