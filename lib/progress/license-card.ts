import { containsProductKey } from "@/lib/product-key";
import type { GuideProgress } from "./saved-progress";

/*
 * The License card at the end of a guide. What the reader adds is kept as answers of that guide, so
 * that saving, merging, undo and Start over know it already. Nothing secret: no key, no password, of
 * the account no more than its first letter and where it is.
 */

/** The editions a home PC can have. */
export const CARD_EDITIONS = {
  home: "Home",
  pro: "Pro",
  "home-n": "Home N",
  "pro-n": "Pro N",
  education: "Education",
  workstation: "Pro for Workstations",
} as const;

/** What the card holds. `account` is masked: m•••@outlook.com. `seen` is a date: 2026-11-21. */
export type LicenseCard = {
  edition?: keyof typeof CARD_EDITIONS;
  account?: string;
  recoveryKey?: "yes" | "no";
  origin?: "yes" | "no";
  seen?: string;
};

/** The answers under which the card is kept. */
export const CARD_ANSWERS = {
  edition: "card-edition",
  account: "card-account",
  recoveryKey: "card-recovery-key",
  origin: "card-origin",
  seen: "card-seen",
} as const;

/** The card as it is kept in the progress of a guide. */
export function licenseCardOf({ answers }: GuideProgress): LicenseCard {
  const read = (field: keyof typeof CARD_ANSWERS) => answers[CARD_ANSWERS[field]]?.answer ?? "";
  const yesOrNo = (text: string) => (text === "yes" || text === "no" ? text : undefined);
  const edition = read("edition");
  const seen = read("seen");
  return {
    edition: edition in CARD_EDITIONS ? (edition as keyof typeof CARD_EDITIONS) : undefined,
    account: decodeAccount(read("account")),
    recoveryKey: yesOrNo(read("recoveryKey")),
    origin: yesOrNo(read("origin")),
    seen: /^\d{4}-\d{2}-\d{2}$/.test(seen) ? seen : undefined,
  };
}

/** Why a typed account is not kept. */
export type AccountRefusal = "product-key" | "no-address";

/** The answer that keeps an account, masked, or why it is not kept. */
export function accountAnswer(typed: string): { answer: string } | { refused: AccountRefusal } {
  const text = typed.trim();
  if (containsProductKey(text)) return { refused: "product-key" };
  const [, first, domain] =
    /^([\p{L}\p{N}])[^\s@]*@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/iu.exec(text) ?? [];
  if (!first || !domain) return { refused: "no-address" };
  const answer = encode(`${first.toLowerCase()}@${domain.toLowerCase()}`);
  return answer.length <= LONGEST_ANSWER ? { answer } : { refused: "no-address" };
}

/** An answer is an id: at most so many letters, digits and hyphens (saved-progress.ts). */
const LONGEST_ANSWER = 80;

/** Letters and digits as they are, the rest by number between hyphens: `m@outlook.com` is `m-64-outlook-46-com`. */
const encode = (text: string) =>
  text.replace(/[^a-z0-9]/gu, (character) => `-${character.codePointAt(0)}-`);

function decodeAccount(answer: string): string | undefined {
  const text = answer.replace(/-(\d{1,6})-/g, (_, code: string) =>
    String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
  );
  const [, first, domain] = /^(.{1,2})@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/u.exec(text) ?? [];
  return first && domain ? `${first}•••@${domain}` : undefined;
}
