import type { WordingKey } from "./keys";
import { WORDING_KEYS } from "./keys";
import type { WordingMatch } from "./match-wording";

/** Where to read more about texts in other languages: by where the sentence is and how long it is, for all languages. */
export const OTHER_LANGUAGE_PAGE = "/articles/windows-in-another-language";

/** The page about the meaning of a wording. Lines of output that are not here have one page for all. */
const PAGES: Partial<Record<WordingKey, string>> = {
  linked: "/messages/digital-license-linked",
  digital: "/messages/digital-license",
  activated: "/messages/activated",
  activated_dialog: "/messages/activated",
  activation_state: "/glossary/activation-page",
  state_active: "/messages/active",
  not_activated: "/messages/not-activated",
  not_activated_link: "/messages/not-activated",
  watermark: "/messages/watermark",
  path_activation_w10: "/glossary/activation-page",
  path_activation_w11: "/glossary/activation-page",
  path_your_info: "/glossary/microsoft-account",
  signin_msa_instead: "/guides/link-your-license",
  add_microsoft_account: "/guides/link-your-license",
  add_account: "/guides/link-your-license",
  troubleshoot: "/glossary/activation-troubleshooter",
  activation_troubleshooter: "/glossary/activation-troubleshooter",
  hardware_changed: "/glossary/activation-troubleshooter",
  this_device: "/glossary/activation-troubleshooter",
  activate_button: "/glossary/activation-troubleshooter",
  change_product_key: "/glossary/product-key",
  administrator: "/glossary/administrator",
  slmgr_status_licensed: "/messages/license-status-licensed",
  slmgr_status_notification: "/messages/notification-mode",
  slmgr_permanent: "/messages/permanently-activated",
  slmgr_xpr_notification: "/messages/notification-mode",
};

const pageOf = (key: WordingKey) => PAGES[key] ?? "/start/license-output";

/** The wordings that a message page lists. */
export const wordingsOfPage = (address: string): WordingKey[] =>
  (Object.keys(PAGES) as WordingKey[]).filter((key) => PAGES[key] === address);

/** The page that a match leads to for certain. */
export function pageOfMatch({ how, key, state }: WordingMatch): string | undefined {
  if (how === "known" && key) return pageOf(key);
  return how === "part" && state === "not-activated" ? pageOf("not_activated") : undefined;
}

/** The possible pages when the words do not decide, the likelier by its shape first. */
export function candidatesOfMatch({ how, state, namesMicrosoft }: WordingMatch): string[] {
  if (how !== "part" || state !== "activated") return [];
  const both = [pageOf("linked"), pageOf("digital")];
  return namesMicrosoft ? both : [...both.reverse(), pageOf("activated")];
}

const SURE: Record<NonNullable<WordingMatch["grade"]>, string> = {
  confirmed: "Microsoft prints these words.",
  reported: "This wording is reported.",
  single: "This wording was reported once, so compare the place on your screen as well.",
};

/** The text beside the answer: the recognized language, the meaning, and how certain that is. */
export function wordingText(match: WordingMatch): { title: string; text: string } {
  const { language, how, key, grade, state, namesMicrosoft, seemsLinked } = match;
  const taken = language
    ? `Taken for ${language.name} (${language.ownName}).`
    : "This is not English.";
  if (how === "known" && key)
    return {
      title: `In English: “${WORDING_KEYS[key]}”`,
      text: `${taken} ${grade ? SURE[grade] : ""}`.trim(),
    };
  if (how === "part" && state === "not-activated")
    return {
      title: "It says: not activated",
      text: `${taken} Read from the words for “activated” and “not”; the whole sentence is not in our list.`,
    };
  if (how === "part" && seemsLinked)
    return {
      title: "It says: activated, and probably linked",
      text: `${taken} Read from its words for “activated” and “linked” and from the name Microsoft. The whole sentence is not in our list, so this is not certain: make sure that you copied it from the Activation page.`,
    };
  if (how === "part")
    return {
      title: "It says: activated. It may say more",
      text: `${taken} Whether an account is linked is not certain from these words. ${
        namesMicrosoft
          ? "Of the two sentences about a digital license, the linked one is longer and names Microsoft, as yours does."
          : "Of the two sentences about a digital license, only the linked one names Microsoft. Yours does not."
      } Look also at where the sentence is and how long it is.`,
    };
  return {
    title: language?.notEnglish ?? "This is not English",
    text: `${language ? taken : ""} These words are not in our list, so nothing is claimed. Look at where the sentence is and how long it is, or show Windows in English for a moment.`.trim(),
  };
}
