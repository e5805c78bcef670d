/*
 * Keeps answers that take work from taking the server: a few are worked out at once, some wait for
 * their turn, and between them the server answers what it has ready.
 */

/** After this long an answer no longer holds up the next one, whether its reader has read it or not. */
const LONGEST_MS = 5_000;

/**
 * Makes a function that calls `work` when its turn comes, or says `false` because too many wait already.
 * Who goes away while waiting (`response` is closed) is left out; who is answered makes room.
 *
 * @param {{ atOnce: number, waiting: number }} limits
 * @returns {(response: import("node:events").EventEmitter, work: () => void) => boolean}
 */
export function createGate({ atOnce, waiting }) {
  let working = 0;
  /** In the order in which they came. @type {Set<() => void>} */
  const queue = new Set();
  const proceed = () => {
    const [turn] = queue;
    if (!turn || working === atOnce) return;
    queue.delete(turn);
    turn();
  };
  return (response, work) => {
    if (working === atOnce && queue.size >= waiting) return false;
    const turn = () => {
      working += 1;
      let isDone = false;
      const done = () => {
        if (isDone) return;
        isDone = true;
        clearTimeout(timer);
        working -= 1;
        // Not at once: first comes what has arrived meanwhile.
        setImmediate(proceed);
      };
      const timer = setTimeout(done, LONGEST_MS);
      response.once("close", done);
      work();
    };
    queue.add(turn);
    response.once("close", () => queue.delete(turn));
    proceed();
    return true;
  };
}
