import type { Windows } from "@/lib/windows/version";
import type { GuideOutline } from "./guide-outline";
import { CARD_DETAILS, licenseCardOf } from "./license-card";
import { type Actor, guideProgressOf, summarize, withDetail } from "./progress";
import { actOf, type GuideProgress, type SavedProgress } from "./saved-progress";

/** The reminder is for a look after a year, and readers may come earlier. */
const LOOK_AGAIN_MS = 183 * 24 * 60 * 60 * 1000;

/** Adds the day to an act that proves the link, from `before` to `after`, for the License card: Undo takes back both. */
export function withDayOfProof(
  outline: GuideOutline,
  windows: Windows,
  today: string,
  before: SavedProgress,
  after: SavedProgress,
  actor: Actor,
): SavedProgress {
  const was = guideProgressOf(before, outline.guide);
  const is = guideProgressOf(after, outline.guide);
  const isProved = (own: GuideProgress) => summarize(outline, own, windows).verdicts.length > 0;
  if (!isProved(is) || isProved(was)) return after;
  const { seen } = licenseCardOf(was);
  const isRecent = seen && Date.parse(today) - Date.parse(seen) < LOOK_AGAIN_MS;
  return isRecent && isSlip(outline, was, is)
    ? after
    : withDetail(after, outline.guide, CARD_DETAILS.seen, today, actor);
}

/**
 * Whether a proof that was taken back is given again with nothing done in between: then nobody has looked again, and
 * the first day stays. Whoever linked anew has done other steps meanwhile. By the order of acts, since clocks jump.
 */
function isSlip({ verdicts }: GuideOutline, was: GuideProgress, is: GuideProgress): boolean {
  const answered = verdicts.flatMap((verdict) => verdict.answered ?? []);
  const proving = new Set([
    ...verdicts.flatMap((verdict) => verdict.steps),
    ...answered.flatMap(({ step, question }) => [step, question]),
  ]);
  const records = (["steps", "answers"] as const).flatMap((kind) =>
    Object.entries(was[kind]).map(([id, record]) => ({
      id,
      count: actOf(record)[0],
      isChanged: record !== is[kind][id],
    })),
  );
  // What this act changes took the proof back.
  const takenBack = Math.min(
    ...records.filter(({ isChanged }) => isChanged).map(({ count }) => count),
  );
  // Proved in another way than before.
  if (takenBack === Infinity) return false;
  return records.every(
    ({ id, count, isChanged }) => isChanged || proving.has(id) || count < takenBack,
  );
}
