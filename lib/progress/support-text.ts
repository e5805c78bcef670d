import { withoutProductKey } from "@/lib/product-key";
import { longDay } from "@/lib/text/dates";
import { fold } from "@/lib/text/fold";
import type { Windows } from "@/lib/windows/version";
import { viewBoard } from "./board";
import type { BoardGuide } from "./guide-outline";
import { viewGuide } from "./guide-view";
import { guideProgressOf, hasProgress } from "./progress";
import { MAX_DETAIL_CHARS } from "./saved-progress";
import type { Pc } from "./pcs";
import type { SavedProgress } from "./saved-progress";

const ADDRESS = /[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+/g;

/** A text without e-mail addresses and product keys. */
export const withoutSecrets = (text: string): string =>
  withoutProductKey(text.replace(ADDRESS, "(address left out)"));

// Readers type letters that look like digits.
const DIGITS = "[0-9a-foil]{4}";
// The look-around excludes parts of GUIDs.
const CODE = new RegExp(
  `(?<![0-9a-z]|[0-9a-f]{4}-)(?:(-?)(\\d{9,10})|([0o]?x[ -]?)?(${DIGITS})([ -]?)(${DIGITS}))(?![0-9a-z]|-[0-9a-f]{4}-)`,
  "g",
);
/** How codes begin that are told apart without “0x”; without a letter, either, most numbers are a phone's or a date. */
const BEGINNING = /^(?:8[0-9a]|c0|c190|d00|4004)/;
const BEGINNING_OF_DIGITS = /^(?:80(?:0[479]|19|24|3f|86)|c004f)/;

/**
 * The codes in what a reader typed where codes are asked for, as they are kept with the PC: nothing of another shape is. Simpler
 * than lib/errors/error-code.ts, which finds them between any words and weighs more than all else that loads with this.
 */
export function codesIn(typed: string): string {
  const found = [...fold(withoutSecrets(typed)).text.matchAll(CODE)].flatMap(
    ([, minus, decimal, prefix, first = "", gap, second = ""]) => {
      const code = decimal
        ? (minus ? 2 ** 32 - Number(decimal) : Number(decimal)).toString(16)
        : (first + second).replace(/o/g, "0").replace(/[il]/g, "1");
      const isMarked = minus || (/\d/.test(first + second) && /[a-f]/.test(first + second));
      const isCode =
        prefix || (isMarked ? BEGINNING.test(code) : !gap && BEGINNING_OF_DIGITS.test(code));
      return isCode && code.length === 8 ? [`0x${code.toUpperCase()}`] : [];
    },
  );
  // Each has ten characters and a space.
  return [...new Set(found)].slice(0, Math.floor(MAX_DETAIL_CHARS / 11)).join(" ");
}

/**
 * What the reader has seen and done on one PC, as plain text for a helper: no name, no account, no key.
 * `linked`: the sentence that proves the link.
 */
export function supportText(
  guides: BoardGuide[],
  progress: SavedProgress,
  pc: Pc,
  shown: Windows,
  codes: string,
  linked: string,
): string {
  const windows = pc.windows ?? shown;
  const row = viewBoard(guides, progress, shown).pcs.find((one) => one.pc.id === pc.id);
  const lines = [row?.system ?? `Windows ${windows}`];
  const { origin, seen } = pc.card;
  if (origin)
    lines.push(origin === "yes" ? "Windows came with the PC" : "Windows bought separately");
  if (row?.state === "linked" || row?.state === "proven")
    lines.push(`Saw “${linked}”${seen ? `: ${longDay(seen)}` : ""}`);
  if (codes) lines.push(`Error codes: ${codes.replaceAll(" ", ", ")}`);
  for (const { title, outline, answers } of guides) {
    const own = guideProgressOf(progress, outline.guide, pc.id);
    if (!hasProgress(own)) continue;
    const { steps } = viewGuide(outline, own, windows);
    lines.push("", `${title}:`);
    for (const step of outline.parts.flatMap((part) => part.steps)) {
      const view = steps[step.id];
      if (!view || view.state === "open" || !view.isOnWay) continue;
      const answer = view.answer ? answers[`${step.question?.id}.${view.answer}`] : undefined;
      const sign = view.state === "skipped" ? "not done" : "done";
      lines.push(
        `- ${step.title}: ${typeof answer === "object" ? answer[windows] : (answer ?? sign)}`,
      );
    }
  }
  return `${lines.map(withoutSecrets).join("\n")}\n`;
}
