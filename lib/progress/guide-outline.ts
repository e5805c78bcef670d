import type { Windows } from "@/lib/windows/version";

/** One step of a guide, without its text. */
export type OutlineStep = {
  id: string;
  title: string;
  minutes: number;
  /** Raised by the writer when what the reader has to do changes. */
  revision: number;
  /** Set when the step exists on one Windows version only. */
  only?: Windows;
  /** Asked in this step; the answer picks the parts that follow. `usual`: what most readers answer. */
  question?: { id: string; answers: string[]; usual?: string };
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

/** What the rules of progress need to know of a guide; small enough to stand in its page. */
export type GuideOutline = {
  /** Slug of the guide. */
  guide: string;
  /** The same for every reader, in order. */
  chapters: { id: string; title: string }[];
  parts: OutlinePart[];
  /** What is said when every step is done: the first one that fits the answers. */
  ends: { when?: { question: string; answers: string[] } }[];
  /** What the reader has proved once each step is done, or answered by what proves the same. */
  verdicts: {
    id: string;
    steps: string[];
    answered?: { step: string; question: string; answers: string[] }[];
  }[];
  /** Published step ids that are gone, each with the steps of today that took its place. */
  aliases: Record<string, string[]>;
};

/** A guide as pages beside it need it: the board of PCs, and what carries progress to another device. */
export type BoardGuide = {
  title: string;
  outline: GuideOutline;
  /** The permanent short number of each step that was ever published. */
  numbers: Record<string, number>;
  /** What each answer says in few words, by `<question>.<answer>`. */
  answers: Record<string, string>;
};
