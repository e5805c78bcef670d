import type { Nodes } from "mdast";

/** What is wrong in a content file, where, and how to fix it. */
export type Problem = { file: string; field: string; message: string; remedy: string };

/** A problem as shown to the writer. `folder` is the content folder as the writer named it. */
export function problemText({ file, field, message, remedy }: Problem, folder = "content"): string {
  return `${folder}/${file} › ${field}\n    ${message}\n    → ${remedy}`;
}

/** Makes the problem of a text; the node says in which line. */
export type TextProblem = (node: Nodes, message: string, remedy: string) => Problem;

/** The number, from 1, of the line in which a character stands. */
export function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split("\n").length;
}

/** Up to so many names are all told; a longer list would hide the sentence before it. */
const NAMES_TOLD = 24;

/**
 * The problem of a name that leads nowhere: what was found, where it was looked
 * for, and the nearest name that exists, or all of them when they are few.
 */
export function unknownName(
  { file, field }: Pick<Problem, "file" | "field">,
  {
    kind,
    name,
    known,
    where,
  }: { kind: string; name: string; known: readonly string[]; where: string },
): Problem {
  const guess = nearest(name, known);
  const choice =
    known.length === 0
      ? `There is no ${kind} in ${where} yet: remove this one, or add it there first.`
      : known.length <= NAMES_TOLD
        ? `Choose one of: ${known.join(", ")}.`
        : `Choose a ${kind} that exists in ${where}, or add this one there first.`;
  return {
    file,
    field,
    message: `the ${kind} “${name}” does not exist in ${where}`,
    remedy: guess ? `Did you mean “${guess}”? If not: ${choice}` : choice,
  };
}

/** The known name nearest to a mistyped one, if one is near enough to suggest. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name, candidate);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Letters to change, add, leave out or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed, swapped);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
