import "server-only";
import { CaseTree } from "@/lib/schema/case-tree";
import type { Case } from "@/lib/schema/cases";
import type { Guide } from "@/lib/schema/guides";
import { FIRST_CASE, type DocumentKind } from "@/lib/site/kinds";
import type { Loaded } from "./load";
import { getCases, getGuides, getLink } from "./pages";

const tree = new CaseTree(getCases());

/** The question that /start asks. */
export function getFirstCase(): Loaded<Case> {
  const first = getCases().find(({ slug }) => slug === FIRST_CASE);
  if (!first) throw new Error(`No content/cases/${FIRST_CASE}.yaml: run npm run content:check.`);
  return first;
}

/** One question, by its file name. */
export const getCase = (slug: string) => getCases().find((document) => document.slug === slug);

/** An answer on the way to a question. Several labels mean that each of them leads here. */
export type GivenAnswer = { question: Loaded<Case>; labels: string[] };

/**
 * The answers that lead to a question, in order. They follow from the address alone, as far back as only one way
 * leads there.
 */
export function getAnswersSoFar(node: Loaded<Case>): GivenAnswer[] {
  const way = tree.wayTo(node);
  return way.map((question, index) => ({
    question,
    labels: labelsTo(question, way[index + 1] ?? node),
  }));
}

/** The ways into a question with more than one; empty when `getAnswersSoFar` knows the way. */
export function getWaysIn(node: Loaded<Case>): GivenAnswer[] {
  const [earliest = node] = tree.wayTo(node);
  const previous = tree.previousOf(earliest);
  return previous.map((question) => ({ question, labels: labelsTo(question, earliest) }));
}

const labelsTo = (question: Loaded<Case>, next: Loaded<Case>) =>
  question.answers.filter(({ to }) => to === next.address).map(({ label }) => label);

/** Where an answer leads: a page, and a step or part of it. */
export type CaseTarget = { address: string; title: string; kind?: DocumentKind; step?: string };

/** The page behind an answer, by its title and that of the step. */
export function getCaseTarget(address: string): CaseTarget {
  const [page = "", anchor] = address.split("#");
  // A link to a guide may contain an answer.
  const [path = ""] = page.split("?");
  const { title, kind } = getLink(address);
  const guide = anchor ? getGuides().find((one) => one.address === path) : undefined;
  return { address, title, kind, step: guide && anchor ? stepTitle(guide, anchor) : undefined };
}

function stepTitle(guide: Guide, anchor: string): string | undefined {
  for (const part of guide.parts) {
    if (part.id === anchor) return part.title;
    const step = part.steps.find(({ id }) => id === anchor);
    if (step) return step.title;
  }
  return undefined;
}

/** A question on the map with its answers; `below` is set when an answer leads to a question for the first time. */
export type MapEntry = {
  question: Loaded<Case>;
  answers: { id: string; label: string; to: string; below?: MapEntry; above?: Loaded<Case> }[];
};

/** The whole tree, with each question only where it is first reached. */
export function getCaseMap(): MapEntry {
  const met = new Set<string>();
  const entryOf = (question: Loaded<Case>): MapEntry => {
    met.add(question.address);
    return {
      question,
      answers: question.answers.map(({ id, label, to }) => {
        const next = tree.at(to);
        if (!next) return { id, label, to };
        return met.has(to)
          ? { id, label, to, above: next }
          : { id, label, to, below: entryOf(next) };
      }),
    };
  };
  return entryOf(getFirstCase());
}
