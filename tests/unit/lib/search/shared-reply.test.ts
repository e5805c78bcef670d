import { afterEach, expect, test, vi } from "vitest";
import { createSharedMemory, takeReply, writeReply } from "@/lib/search/shared-reply";

afterEach(() => vi.unstubAllGlobals());

function memoryOf(): SharedArrayBuffer {
  vi.stubGlobal("crossOriginIsolated", true);
  const memory = createSharedMemory();
  if (!memory) throw new Error("No memory, though the page is isolated.");
  return memory;
}

test("a reply is taken once, by its number only, and the next one takes its place", () => {
  const memory = memoryOf();
  expect(takeReply(memory, 1)).toBeUndefined();
  const reply = { id: 1, answer: { query: "naïve “motherboard” 💻" } };
  expect(writeReply(memory, reply)).toBe(true);
  expect(takeReply(memory, 2)).toBeUndefined();
  expect(takeReply(memory, 1)).toEqual(reply);
  expect(takeReply(memory, 1)).toBeUndefined();

  writeReply(memory, reply);
  expect(writeReply(memory, { id: 2 })).toBe(true);
  expect(takeReply(memory, 1)).toBeUndefined();
  expect(takeReply(memory, 2)).toEqual({ id: 2 });
});

test("a reply that is too long is left out, and the one before is not taken for it", () => {
  const memory = memoryOf();
  writeReply(memory, { id: 1 });
  const long = { id: 2, text: "é".repeat(memory.byteLength / 2) };
  expect(writeReply(memory, long)).toBe(false);
  expect(takeReply(memory, 1)).toBeUndefined();
  expect(takeReply(memory, 2)).toBeUndefined();
});

test("a page that is not isolated has no memory to share", () => {
  vi.stubGlobal("crossOriginIsolated", false);
  expect(createSharedMemory()).toBeUndefined();
});
