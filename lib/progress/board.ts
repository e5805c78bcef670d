import { yearAfter } from "@/lib/text/dates";
import type { Windows } from "@/lib/windows/version";
import type { BoardGuide } from "./guide-outline";
import { viewGuide } from "./guide-view";
import { CARD_EDITIONS } from "./license-card";
import { CARD_GUIDE, type Pc, pcsOf } from "./pcs";
import { actOf, type GuideProgress, KINDS, type SavedProgress } from "./saved-progress";
import { guideProgressOf, hasProgress } from "./progress";

/** A PC on the board: its state and its next step. */
export type BoardPc = {
  pc: Pc;
  /** “Windows 11 Home”. */
  system: string;
  state: "proven" | "linked" | "not-linked";
  /** “Recovery key kept”, “About 4 minutes left”. */
  note: string;
  next: { text: string; label: string; address: string };
};

/** The board: PCs that need attention first, otherwise in the order in which they were added. */
export type Board = { pcs: BoardPc[]; proven: number; summary: string };

/** The counter of the last act in a guide. */
const lastAct = (guide: GuideProgress): number =>
  Math.max(
    0,
    ...KINDS.flatMap((kind) => Object.values(guide[kind]).map((record) => actOf(record)[0])),
  );

/** “Windows 11 Home”. */
export const systemOf = ({ windows, card }: Pc, shown: Windows): string =>
  `Windows ${windows ?? shown}${card.edition ? ` ${CARD_EDITIONS[card.edition]}` : ""}`;

/** What the board shows. `shown` is the version of PCs that have none saved. */
export function viewBoard(guides: BoardGuide[], progress: SavedProgress, shown: Windows): Board {
  const rows = pcsOf(progress).map((pc) => viewPc(guides, progress, pc, shown));
  const pcs = [
    ...rows.filter(({ state }) => state !== "proven"),
    ...rows.filter(({ state }) => state === "proven"),
  ];
  const proven = rows.filter(({ state }) => state === "proven").length;
  const left = pcs.find(({ state }) => state !== "proven");
  const summary =
    rows.length === 1
      ? proven
        ? "It is linked and proven."
        : "It is not linked and proven yet."
      : `${proven} of ${rows.length} are linked and proven.${left ? ` Next: ${left.pc.label}.` : ""}`;
  return { pcs, proven, summary };
}

function viewPc(guides: BoardGuide[], progress: SavedProgress, pc: Pc, shown: Windows): BoardPc {
  const ownIn = ({ outline }: BoardGuide) => guideProgressOf(progress, outline.guide, pc.id);
  const look = (guide: BoardGuide) => ({
    guide,
    own: ownIn(guide),
    view: viewGuide(guide.outline, ownIn(guide), pc.windows ?? shown),
    address: `/guides/${guide.outline.guide}`,
  });
  const cardGuide = guides.find(({ outline }) => outline.guide === CARD_GUIDE);
  if (!cardGuide)
    throw new Error(`Expected the guide ${CARD_GUIDE} among the guides of the board.`);
  const main = look(cardGuide);
  const reached = main.view.verdicts;
  const state = reached.includes(cardGuide.outline.verdicts.at(-1)?.id ?? "")
    ? "proven"
    : reached.length > 0
      ? "linked"
      : "not-linked";
  // A guide that has proved everything it can is not the next step, even if some of its steps are open.
  const isProven = state === "proven";
  const open = (guide: BoardGuide) => {
    const looked = guide === cardGuide ? main : look(guide);
    return looked.view.current && !(guide === cardGuide && isProven) ? looked : undefined;
  };
  const begun = guides
    .filter((guide) => hasProgress(ownIn(guide)))
    .sort((a, b) => lastAct(ownIn(b)) - lastAct(ownIn(a)));
  // The first with a step left. A view of every guide would take ten times as long with 20 PCs.
  const going = [...begun, cardGuide].reduce<ReturnType<typeof open>>(
    (found, guide) => found ?? open(guide),
    undefined,
  );
  const { recoveryKey, seen } = pc.card;
  return {
    pc,
    system: systemOf(pc, shown),
    state,
    note:
      state !== "proven"
        ? main.view.timeText
        : recoveryKey === "yes"
          ? "Recovery key kept"
          : "Recovery key not noted yet",
    next: going?.view.current
      ? {
          text: `${going === main ? "Step" : `${going.guide.title}: step`} ${going.view.current.number} of ${going.view.total}: ${going.view.current.title}`,
          label: hasProgress(going.own) ? "Continue" : "Start",
          address: `${going.address}#${going.view.current.id}`,
        }
      : isProven
        ? {
            text: seen ? `Look again by ${yearAfter(seen)}` : "Print the License card",
            label: "License card",
            address: "/print/license-card",
          }
        : { text: "See what is left to do", label: "Open the guide", address: main.address },
  };
}
