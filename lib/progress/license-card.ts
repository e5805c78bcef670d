import { containsProductKey } from "@/lib/product-key";
import type { GuideProgress } from "./saved-progress";

/*
 * The License card at the end of a guide. It is stored in the details of that guide, so that saving, merging,
 * undo and Start over already cover it. Nothing in it is secret: no key, no password, and only the first
 * letter and the domain of the account.
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

/** The data of the card. `account` is masked: m•••@outlook.com. `seen` is a date: 2026-11-21. */
export type LicenseCard = {
  edition?: keyof typeof CARD_EDITIONS;
  account?: string;
  recoveryKey?: "yes" | "no";
  origin?: "yes" | "no";
  seen?: string;
  /** Who saw the sentence, as the reader calls them. */
  seenBy?: string;
};

/** The names of the details that store the card. */
export const CARD_DETAILS = {
  edition: "card-edition",
  account: "card-account",
  recoveryKey: "card-recovery-key",
  origin: "card-origin",
  seen: "card-seen",
  seenBy: "card-seen-by",
} as const;
export type CardDetail = (typeof CARD_DETAILS)[keyof typeof CARD_DETAILS];

/** The origin that each answer to “Did Windows come with this PC?” stands for. */
const ORIGINS: Record<string, LicenseCard["origin"]> = { "with-pc": "yes", separate: "no" };

/** The answer that says an origin, for the address of another guide. */
export const originAnswer = (origin: LicenseCard["origin"]): string | undefined =>
  Object.keys(ORIGINS).find((answer) => origin !== undefined && ORIGINS[answer] === origin);

/** The card in the progress of a guide. Values in the wrong form are left out. */
export function licenseCardOf({ details, answers }: GuideProgress): LicenseCard {
  const read = (field: keyof typeof CARD_DETAILS) => details[CARD_DETAILS[field]]?.value ?? "";
  const yesOrNo = (text: string) => (text === "yes" || text === "no" ? text : undefined);
  const edition = read("edition");
  return {
    edition: Object.hasOwn(CARD_EDITIONS, edition)
      ? (edition as keyof typeof CARD_EDITIONS)
      : undefined,
    account: /^.{1,2}•••@[a-z0-9.-]+$/u.exec(read("account"))?.[0],
    recoveryKey: yesOrNo(read("recoveryKey")),
    // Where the card has no origin, the answer in the guide counts.
    origin: yesOrNo(read("origin")) ?? ORIGINS[answers.origin?.answer ?? ""],
    seen: /^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(read("seen"))?.[0],
    seenBy: keptName(read("seenBy")),
  };
}

/** Longest name of who saw the sentence. */
export const MAX_NAME_CHARS = 40;

/** A name as it may be kept; undefined for nothing, and for what has the form of a product key. */
export function keptName(typed: string): string | undefined {
  const name = typed.trim().replace(/\s+/g, " ").slice(0, MAX_NAME_CHARS);
  return name && !containsProductKey(name) ? name : undefined;
}

/** Why a typed account is not kept. */
export type AccountRefusal = "product-key" | "no-address";

/** The account in the form in which it may be kept (m•••@outlook.com), or why it is refused. */
export function maskAccount(typed: string): { masked: string } | { refused: AccountRefusal } {
  const text = typed.trim();
  if (containsProductKey(text)) return { refused: "product-key" };
  const [, first, domain] =
    /^([\p{L}\p{N}])[^\s@]*@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/iu.exec(text) ?? [];
  if (!first || !domain || domain.length > 60) return { refused: "no-address" };
  return { masked: `${first.toLowerCase()}•••@${domain.toLowerCase()}` };
}
