import { withStep } from "../../lib/progress/progress";
import { createProgressStore, type ProgressStore } from "../../lib/progress/progress-store";
import { type SavedProgress, serializeProgress } from "../../lib/progress/saved-progress";

/* The part of `npm run bench:progress` that needs no browser. */

const PCS = 20;
const GUIDES = 12;
const STEPS = 13;
const ROUNDS = 200;
export const SLOWED = 4;
export const GUIDE = "link-your-license";
/** In ms. Above 5, a page that opens would wait noticeably for its progress; 50 is what feels immediate. */
export const GOALS = { store: 5, tick: 50 };

export const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const stamp = { n: 12_345, by: "k3f9x7b2", at: 1_790_000_000_000 };
/** 20 PCs, each with all steps of 12 guides done. */
export const progress: SavedProgress = {
  schema: 2,
  current: { computer: "pc-0", ...stamp },
  computers: Object.fromEntries(
    numbers(PCS).map((pc) => [
      `pc-${pc}`,
      {
        details: { name: { value: `PC ${pc}`, ...stamp }, windows: { value: "11", ...stamp } },
        guides: Object.fromEntries(
          numbers(GUIDES).map((guide) => [
            guide ? `a-guide-of-usual-length-${guide}` : GUIDE,
            {
              steps: Object.fromEntries(
                numbers(STEPS).map((step) => [
                  `a-step-of-usual-length-${step}`,
                  { state: "done", revision: 1, ...stamp },
                ]),
              ),
              answers: { "activation-message": { answer: "linked", ...stamp } },
              shown: {},
              details: { "card-account": { value: "m•••@outlook.com", ...stamp } },
            },
          ]),
        ),
      },
    ]),
  ),
};

export function print(what: string, times: number[], goal: number): void {
  times.sort((a, b) => a - b);
  const of = (share: number) => times[Math.floor(times.length * share)] ?? NaN;
  console.log(
    `${what.padEnd(44)} median ${of(0.5).toFixed(1).padStart(5)} ms, ` +
      `95th percentile ${of(0.95).toFixed(1).padStart(5)} ms ` +
      `(goal: ${goal} ms, ${of(0.5) < goal ? "reached" : "missed"})`,
  );
}

/** Runs once per round, after as many rounds to warm up, and prints the times as on the slow CPU. */
function measure(what: string, run: () => void): void {
  const times = numbers(2 * ROUNDS).map(() => {
    const start = performance.now();
    run();
    return (performance.now() - start) * SLOWED;
  });
  print(what, times.slice(ROUNDS), GOALS.store);
}

/** Prints how long the store takes to read and to write, with this machine's time four times. */
export function measureStore(): void {
  let text = serializeProgress(progress);
  console.log(`${PCS} PCs, ${GUIDES} guides, ${STEPS} steps: ${Math.round(text.length / 1024)} KB`);
  const storage = {
    getItem: () => text,
    setItem: (_: string, value: string) => {
      // One copy, as a browser makes one for the process that stores it.
      Buffer.from(value, "latin1");
      text = value;
    },
  };
  let ticks = 0;
  const tick = (store: ProgressStore, guide: string) =>
    void store.change((state, actor) =>
      withStep(
        state,
        guide,
        { id: "a-step-of-usual-length-5", revision: 1 },
        ticks++ % 2 ? "done" : "open",
        actor,
      ),
    );

  measure("Read: a page opens", () => void createProgressStore(storage, Date.now));
  const store = createProgressStore(storage, Date.now, "bench");
  measure("Write: a tick", () => tick(store, "a-guide-of-usual-length-3"));
  const other = createProgressStore(storage, Date.now, "other");
  const texts = numbers(2 * ROUNDS).map(() => {
    tick(other, "a-guide-of-usual-length-4");
    return text;
  });
  let received = 0;
  measure("Read: a tick of another tab", () => {
    text = texts[received++] ?? text;
    store.receive(text);
  });
}
