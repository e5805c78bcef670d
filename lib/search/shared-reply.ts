/*
 * A reply in memory that a page shares with its search worker. The message that says so waits behind
 * the frame that paints the letter just typed; what lies in memory can be read before, so that this frame
 * paints the results, too. Browsers share memory with pages that are cross-origin isolated
 * (next.config.ts, https://developer.mozilla.org/docs/Web/API/Window/crossOriginIsolated).
 */

/** Ten results with snippets take some 5,000 bytes. */
const BYTES = 1 << 16;

/** Places in the head, before the text. */
const ID = 0;
const LENGTH = 1;

const partsOf = (memory: SharedArrayBuffer) => ({
  head: new Int32Array(memory, 0, 2),
  text: new Uint8Array(memory, 8),
});

/** Room for one reply; none where the browser does not share memory with this page. */
export const createSharedMemory = (): SharedArrayBuffer | undefined =>
  globalThis.crossOriginIsolated ? new SharedArrayBuffer(BYTES) : undefined;

/**
 * Puts a reply in place of the one before, as JSON. Answers whether it did: a longer one than the
 * memory holds leaves it empty. Only one thread may write replies.
 */
export function writeReply(memory: SharedArrayBuffer, reply: { id: number }): boolean {
  const { head, text } = partsOf(memory);
  const bytes = new TextEncoder().encode(JSON.stringify(reply));
  // While it is written, no reader finds its number.
  Atomics.store(head, ID, 0);
  if (bytes.length > text.length) return false;
  text.set(bytes);
  Atomics.store(head, LENGTH, bytes.length);
  Atomics.store(head, ID, reply.id);
  return true;
}

/**
 * Takes the reply to this query out, if it lies there. The numbers of queries start at 1, and the writer
 * writes the next one only after it was asked for: until then what was found stays whole.
 */
export function takeReply(memory: SharedArrayBuffer, id: number): unknown {
  const { head, text } = partsOf(memory);
  if (Atomics.load(head, ID) !== id) return undefined;
  // A copy: not every browser's TextDecoder reads shared memory.
  const bytes = text.slice(0, Atomics.load(head, LENGTH));
  Atomics.store(head, ID, 0);
  return JSON.parse(new TextDecoder().decode(bytes));
}
