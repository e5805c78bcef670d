import { longDay, yearAfter } from "@/lib/text/dates";
import type { Windows } from "@/lib/windows/version";
import type { BoardGuide } from "./guide-outline";
import { type GuideView, viewGuide } from "./guide-view";
import { CARD_EDITIONS } from "./license-card";
import { CARD_GUIDE, type Pc, pcsOf } from "./pcs";
import { actOf, type GuideProgress, KINDS, type SavedProgress } from "./saved-progress";
import { guideProgressOf, hasProgress } from "./progress";

/** What is known of a PC's license. `organization`: nothing can be linked. */
export type BoardState = "proven" | "linked" | "not-linked" | "not-checked" | "organization";

/** A PC on the board: its state and its next step. */
export type BoardPc = {
  pc: Pc;
  /** “Windows 11 Home”. */
  system: string;
  state: BoardState;
  /** The state in words. */
  stateText: string;
  /** “Recovery key kept”, “About 4 minutes left”. */
  note: string;
  /** The day on which the linked sentence was seen, and by whom. */
  verified: string;
  next: { text: string; label: string; address: string };
};

/** The board: PCs that need attention first, otherwise in the order in which they were added. */
export type Board = { pcs: BoardPc[]; summary: string };

const STATES: Record<BoardState, string> = {
  proven: "Linked and proven",
  linked: "Linked, not proven yet",
  "not-linked": "Not linked yet",
  "not-checked": "Not checked yet",
  organization: "Belongs to an organization",
};

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
  const isSettled = ({ state }: BoardPc) => state === "proven" || state === "organization";
  const pcs = [...rows.filter((row) => !isSettled(row)), ...rows.filter(isSettled)];
  return { pcs, summary: summaryOf(rows) };
}

/** “1 of 2 are linked and proven. 1 more belongs to an organization. Next: Mum’s laptop.” */
function summaryOf(rows: BoardPc[]): string {
  const [first] = rows;
  if (first && rows.length === 1) return `${first.pc.label}: ${lowerFirst(first.stateText)}.`;
  const own = rows.filter(({ state }) => state !== "organization");
  const others = rows.length - own.length;
  if (own.length === 0) return "All of them belong to an organization: nothing to link.";
  const left = own.find(({ state }) => state !== "proven");
  const proven = own.filter(({ state }) => state === "proven").length;
  return [
    `${proven} of ${own.length} ${own.length === 1 ? "is" : "are"} linked and proven.`,
    ...(others > 0
      ? [`${others} more ${others === 1 ? "belongs" : "belong"} to an organization.`]
      : []),
    ...(left ? [`Next: ${left.pc.label}.`] : []),
  ].join(" ");
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What a guide tells about the license: what is proved in it, otherwise what was answered last on the way. */
function licenseIn(
  { outline, license }: BoardGuide,
  { steps, verdicts }: GuideView,
): BoardState | undefined {
  if (!license) return undefined;
  const proofs = verdicts.map((id) => license.verdicts[id]);
  if (proofs.includes("proven")) return "proven";
  if (proofs.includes("linked")) return "linked";
  return outline.parts
    .flatMap((part) => part.steps)
    .flatMap(({ id, question }) => {
      const view = steps[id];
      return (view?.isOnWay && license.answers[`${question?.id}.${view.answer}`]) || [];
    })
    .at(-1);
}

function viewPc(guides: BoardGuide[], progress: SavedProgress, pc: Pc, shown: Windows): BoardPc {
  const look = (guide: BoardGuide) => {
    const own = guideProgressOf(progress, guide.outline.guide, pc.id);
    return {
      guide,
      own,
      view: viewGuide(guide.outline, own, pc.windows ?? shown),
      address: `/guides/${guide.outline.guide}`,
    };
  };
  const cardGuide = guides.find(({ outline }) => outline.guide === CARD_GUIDE);
  if (!cardGuide)
    throw new Error(`Expected the guide ${CARD_GUIDE} among the guides of the board.`);
  const main = look(cardGuide);
  // A view of every guide would take ten times as long with 20 PCs, so each is looked at when it is needed.
  const looked = new Map([[cardGuide, main]]);
  const lookOnce = (guide: BoardGuide) => {
    const found = looked.get(guide) ?? look(guide);
    looked.set(guide, found);
    return found;
  };
  const begun = guides
    .map((guide) => ({ guide, own: guideProgressOf(progress, guide.outline.guide, pc.id) }))
    .filter(({ own }) => hasProgress(own))
    .sort((a, b) => lastAct(b.own) - lastAct(a.own))
    .map(({ guide }) => guide);

  const telling = begun
    .filter(({ license }) => license)
    .flatMap((guide) => {
      const { view } = lookOnce(guide);
      const told = licenseIn(guide, view);
      return told ? [{ told, guide, view }] : [];
    });
  // A proof counts wherever it was made; otherwise what was said last.
  const said =
    telling.find(({ told }) => told === "proven") ??
    telling.find(({ told }) => told === "linked") ??
    telling[0];
  const state = said?.told ?? "not-checked";
  const endOf = (one: { guide: BoardGuide; view: GuideView } | undefined) =>
    one?.view.end && one.guide.ends[one.view.end.index ?? -1];
  const end = endOf(said ?? (begun.includes(cardGuide) ? main : undefined));
  const isOver = state === "proven" || (state === "organization" && !begun.includes(cardGuide));
  // Where nothing is left to prove, open steps of the main guide are not the next step; nor is the guide where it cannot help.
  const next = [...begun, cardGuide].find(
    (guide) => !(guide === cardGuide && isOver) && lookOnce(guide).view.current,
  );
  const going = next && lookOnce(next);
  const { recoveryKey, seen, seenBy } = pc.card;
  const isLinked = state === "proven" || state === "linked";
  return {
    pc,
    system: systemOf(pc, shown),
    state,
    stateText: state === "not-linked" && end ? "Not linked" : STATES[state],
    note:
      state === "organization"
        ? "Nothing to link"
        : state === "proven"
          ? recoveryKey === "yes"
            ? "Recovery key kept"
            : "Recovery key not noted yet"
          : (end?.title ?? main.view.timeText),
    verified: !isLinked
      ? "Not yet"
      : seen
        ? [longDay(seen), seenBy && `by ${seenBy}`].filter(Boolean).join(", ")
        : "Day not noted",
    next: going?.view.current
      ? {
          text: `${going === main ? "Step" : `${going.guide.title}: step`} ${going.view.current.number} of ${going.view.total}: ${going.view.current.title}`,
          label: hasProgress(going.own) ? "Continue" : "Start",
          address: `${going.address}#${going.view.current.id}`,
        }
      : state === "proven"
        ? {
            text: seen ? `Look again by ${yearAfter(seen)}` : "Print the License card",
            label: "License card",
            address: "/print/license-card",
          }
        : end
          ? { text: end.title, label: "Read more", address: end.next ?? main.address }
          : { text: "See what is left to do", label: "Open the guide", address: main.address },
  };
}
