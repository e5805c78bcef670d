import { withoutProductKey } from "@/lib/product-key";
import { longDay } from "@/lib/text/dates";
import type { Windows } from "@/lib/windows/version";
import { systemOf } from "./board";
import type { BoardGuide } from "./guide-outline";
import { viewGuide } from "./guide-view";
import { guideProgressOf, hasProgress } from "./progress";
import type { Pc } from "./pcs";
import type { SavedProgress } from "./saved-progress";

const ADDRESS = /[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+/g;

/** A text without e-mail addresses and product keys. */
export const withoutSecrets = (text: string): string =>
  withoutProductKey(text.replace(ADDRESS, "(address left out)"));

/**
 * What the reader has seen and done on one PC, as plain text for a helper: no name, no account, no key.
 */
export function supportText(
  guides: BoardGuide[],
  progress: SavedProgress,
  pc: Pc,
  shown: Windows,
): string {
  const lines = [systemOf(pc, shown)];
  const { origin, seen } = pc.card;
  if (origin)
    lines.push(origin === "yes" ? "Windows came with the PC" : "Windows bought separately");
  if (seen)
    lines.push(`Saw the sentence that ends “linked to your Microsoft account”: ${longDay(seen)}`);
  for (const { title, outline, answers } of guides) {
    const own = guideProgressOf(progress, outline.guide, pc.id);
    if (!hasProgress(own)) continue;
    const { steps } = viewGuide(outline, own, pc.windows ?? shown);
    lines.push("", `${title}:`);
    for (const step of outline.parts.flatMap((part) => part.steps)) {
      const view = steps[step.id];
      if (!view || view.state === "open" || !view.isOnWay) continue;
      const answer = view.answer && answers[`${step.question?.id}.${view.answer}`];
      const sign = view.state === "skipped" ? "not done" : "done";
      lines.push(`- ${step.title}: ${answer ?? sign}`);
    }
  }
  return withoutSecrets(`${lines.join("\n")}\n`);
}
