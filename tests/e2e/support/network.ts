import { setTimeout as wait } from "node:timers/promises";
import type { BrowserContext, Request } from "@playwright/test";

/** A page that a test left hanging does not answer. */
const PATIENCE_MS = 1_000;

/** What a request sends. Of its address, browsers keep the fragment to themselves. */
export type Sent = { url: string; body: string; headers: Record<string, string> };

/** What saved progress and links with progress look like, wherever they come from. */
const MARKS: Record<string, RegExp> = {
  "a storage key": /keylink:/,
  "saved progress": /"(?:computers|guides|recovery|steps)":/,
  "a link with progress": /\bpc\d+\.[\w-]{8,}/,
  "a masked account": /•••@/,
};

/** The words of a reader in saved progress: ids of steps, names of PCs, what they noted. */
export function privateWords(saved: string): Set<string> {
  const words = new Set<string>();
  const take = (value: unknown, key = ""): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [id, part] of Object.entries(value)) {
      if (key === "steps") words.add(id);
      if (id === "value" && typeof part === "string" && part.length > 3) words.add(part);
      take(part, id);
    }
  };
  try {
    take(JSON.parse(saved));
  } catch {
    // Damaged on purpose by the test: nothing of a reader is in it.
  }
  return words;
}

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
};

/** What of the reader's progress a request carries; undefined if nothing. */
export function progressIn(sent: Sent, words: Iterable<string> = []): string | undefined {
  const [address = ""] = sent.url.split("#");
  const texts = [address, sent.body, ...Object.values(sent.headers)];
  const text = [...texts, ...texts.map(decoded)].join("\n");
  for (const [what, mark] of Object.entries(MARKS)) if (mark.test(text)) return what;
  // A word of its own: the step “restart” is not in “restart-windows”.
  const isWord = (word: string) =>
    new RegExp(`(?<![\\w-])${word.replace(/[^\w-]/g, "\\$&")}(?![\\w-])`).test(text);
  return [...words].find(isWord);
}

/** The requests of all contexts of a test, and what their pages had saved. */
export class NetworkLog {
  private readonly requests: Request[] = [];
  private readonly contexts = new Set<BrowserContext>();
  private readonly words = new Set<string>();

  watch(context: BrowserContext): void {
    this.contexts.add(context);
    context.on("request", (request) => this.requests.push(request));
  }

  /** Notes what open pages have saved. A page that is gone or has no storage has said it before, or never. */
  async noteSaved(): Promise<void> {
    const pages = [...this.contexts].flatMap((context) => context.pages());
    const texts = await Promise.all(
      pages.map((page) =>
        Promise.race([
          page.evaluate(() => localStorage.getItem("keylink:progress")).catch(() => null),
          wait(PATIENCE_MS, null),
        ]),
      ),
    );
    for (const text of texts) for (const word of privateWords(text ?? "")) this.words.add(word);
  }

  /** The requests that carry progress, with what they carry. */
  leaks(): string[] {
    return this.requests.flatMap((request) => {
      const sent = {
        url: request.url(),
        body: request.postData() ?? "",
        headers: request.headers(),
      };
      const found = progressIn(sent, this.words);
      return found === undefined ? [] : [`${request.method()} ${sent.url} carries ${found}`];
    });
  }
}
