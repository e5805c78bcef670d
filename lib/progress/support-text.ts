import { withoutProductKey } from "@/lib/product-key";
import { longDay } from "@/lib/text/dates";
import type { Windows } from "@/lib/windows/version";
import { findErrorCodes, isPlausibleInField } from "@/lib/errors/error-code";
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

/** The codes in what a reader typed, as they are kept with the PC: nothing else of it is. */
export const codesIn = (typed: string): string =>
  findErrorCodes(withoutSecrets(typed), isPlausibleInField)
    // Each has ten characters and a space.
    .slice(0, Math.floor(MAX_DETAIL_CHARS / 11))
    .join(" ");

/** What proves the link (content/messages/digital-license-linked.yaml). */
const LINKED = "Windows is activated with a digital license linked to your Microsoft account";

/**
 * What the reader has seen and done on one PC, as plain text for a helper: no name, no account, no key.
 */
export function supportText(
  guides: BoardGuide[],
  progress: SavedProgress,
  pc: Pc,
  shown: Windows,
  codes: string,
): string {
  const windows = pc.windows ?? shown;
  const row = viewBoard(guides, progress, shown).pcs.find((one) => one.pc.id === pc.id);
  const lines = [row?.system ?? `Windows ${windows}`];
  const { origin, seen } = pc.card;
  if (origin)
    lines.push(origin === "yes" ? "Windows came with the PC" : "Windows bought separately");
  if (row?.state === "linked" || row?.state === "proven")
    lines.push(`Saw “${LINKED}”${seen ? `: ${longDay(seen)}` : ""}`);
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
