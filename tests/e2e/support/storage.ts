import type { Page } from "@playwright/test";

/** The keys this site keeps in the browser. */
export const KEYS = {
  windows: "keylink:windows",
  theme: "keylink:theme",
  progress: "keylink:progress",
  continue: "keylink:continue",
  searches: "keylink:searches",
} as const;

/** Fills the storage before the page under test opens, on a page that runs none of our scripts. */
export async function store(page: Page, entries: Record<string, string>): Promise<void> {
  await page.goto("/robots.txt");
  await page.evaluate((texts) => {
    localStorage.clear();
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
  }, entries);
}

/** The stored text of a key. */
export const stored = (page: Page, key: string) =>
  page.evaluate((name) => localStorage.getItem(name), key);

/** Makes even accessing the browser's storage throw, as with “block all cookies”. */
export const blockStorage = (page: Page) =>
  page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
  });

/** Fills the site's storage quota, down to the last character. */
export async function fillStorage(page: Page): Promise<void> {
  await page.goto("/robots.txt");
  await page.evaluate(() => {
    let text = "";
    for (let size = 4 * 1024 * 1024; size >= 1; size = Math.floor(size / 2))
      for (;;)
        try {
          localStorage.setItem("another-program", text + "x".repeat(size));
          text += "x".repeat(size);
        } catch {
          break;
        }
  });
}

/** Stored progress with as many PCs as fit, or fewer. */
export function twentyPcs(count = 20): string {
  const records = { n: 1, by: "a", at: 1_790_000_000_000 };
  const pc = (number: number) => ({
    details: Object.fromEntries(
      Object.entries({ name: `Number ${number}`, windows: "11", added: "yes" }).map(
        ([key, value]) => [key, { value, ...records }],
      ),
    ),
    guides: {
      "link-your-license": {
        steps: { "read-activation": { state: "done", revision: 9, ...records } },
        answers: { "activation-message": { answer: "not-linked", ...records } },
        shown: {},
        details: { "card-account": { value: "m•••@outlook.com", ...records } },
      },
    },
  });
  return JSON.stringify({
    schema: 2,
    current: { computer: "pc-1", ...records },
    computers: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`pc-${index + 1}`, pc(index + 1)]),
    ),
  });
}

type Given = {
  done?: string[];
  skipped?: string[];
  answers?: Record<string, string>;
  revision?: number;
};

/** Stored progress in the tests' guide, made a while ago. */
export function savedProgress({ done = [], skipped = [], answers = {}, revision = 1 }: Given) {
  const at = Date.UTC(2026, 9, 1);
  const steps = Object.fromEntries([
    ...done.map((id) => [id, { state: "done", at, revision }]),
    ...skipped.map((id) => [id, { state: "skipped", at, revision }]),
  ]);
  return JSON.stringify({
    schema: 1,
    current: "pc",
    currentAt: 0,
    computers: {
      pc: {
        id: "pc",
        name: "",
        at: 0,
        guides: {
          "link-your-license": {
            steps,
            answers: Object.fromEntries(
              Object.entries(answers).map(([id, answer]) => [id, { answer, at }]),
            ),
            shown: {},
          },
        },
      },
    },
  });
}
