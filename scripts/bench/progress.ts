/*
 * What reading and writing costs with 20 PCs, each with all steps of 12 guides done, on a slow CPU: this
 * machine's time four times. Run it when the machine does nothing else:
 *
 *   npm run bench:progress
 */
import { withStep } from "../../lib/progress/progress";
import { createProgressStore } from "../../lib/progress/progress-store";
import { type SavedProgress, serializeProgress } from "../../lib/progress/saved-progress";

const PCS = 20;
const GUIDES = 12;
const STEPS = 13;
const SLOWED = 4;
const ROUNDS = 200;

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const stamp = { n: 12_345, by: "k3f9x7b2", at: 1_790_000_000_000 };
const progress: SavedProgress = {
  schema: 2,
  current: { computer: "pc-0", ...stamp },
  computers: Object.fromEntries(
    numbers(PCS).map((pc) => [
      `pc-${pc}`,
      {
        details: { name: { value: `PC ${pc}`, ...stamp }, windows: { value: "11", ...stamp } },
        guides: Object.fromEntries(
          numbers(GUIDES).map((guide) => [
            `a-guide-of-usual-length-${guide}`,
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

let text = serializeProgress(progress);
console.log(`${PCS} PCs, ${GUIDES} guides, ${STEPS} steps: ${Math.round(text.length / 1024)} KB`);
const storage = {
  getItem: () => text,
  setItem: (_: string, value: string) => {
    text = value;
  },
};

/** The median of many runs, as it is on the slow CPU. */
function measure(what: string, run: () => void): void {
  const times = numbers(ROUNDS).map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  const of = (share: number) => ((times[Math.floor(ROUNDS * share)] ?? 0) * SLOWED).toFixed(1);
  console.log(`${what.padEnd(40)} median ${of(0.5)} ms, 95th percentile ${of(0.95)} ms`);
}

measure("Read: a page opens", () => void createProgressStore(storage, Date.now));
const store = createProgressStore(storage, Date.now, "bench");
let ticks = 0;
measure(
  "Write: a tick",
  () =>
    void store.change((state, actor) =>
      withStep(
        state,
        "a-guide-of-usual-length-3",
        { id: "a-step-of-usual-length-5", revision: 1 },
        ticks++ % 2 ? "done" : "open",
        actor,
      ),
    ),
);
const other = createProgressStore(storage, Date.now, "other");
const texts = numbers(ROUNDS).map(() => {
  other.change((state, actor) =>
    withStep(
      state,
      "a-guide-of-usual-length-4",
      { id: "a-step-of-usual-length-6", revision: 1 },
      ticks++ % 2 ? "done" : "open",
      actor,
    ),
  );
  return text;
});
let received = 0;
measure("Follow: a tick of another tab", () => {
  text = texts[received++] ?? text;
  store.receive(text);
});
