/** One thing, one term: the word that the site uses, and those that it does not. */
type Term = {
  use: string;
  /** Matches in our own prose. `g` is not needed. */
  instead: RegExp;
  reason: string;
};

/**
 * The terms of the site. Readers' words for the same thing belong in `questions`, `words` and `synonyms`, where they
 * are never flagged, just like quotes, bold labels and code.
 */
export const TERMS: readonly Term[] = [
  {
    use: "license",
    instead: /\b(?:un|re)?licenc(?:e|es|ed|ing)\b/i,
    reason: "American spelling, as in Microsoft's messages.",
  },
  {
    use: "American spelling (organization, color, recognize, center)",
    instead:
      /\b(?:organis\w+|colours?|recognis\w+|authoris\w+|centres?|behaviours?|catalogues?|cancelled)\b/i,
    reason: "Microsoft's English labels are American; search treats both alike.",
  },
  {
    use: "e-mail",
    instead: /\bemails?\b(?! & accounts)/i,
    reason: "Most pages write it so. The label **Email & accounts** is bold and stays.",
  },
  {
    use: "sign in (the verb), sign-in (the noun)",
    instead: /\blog(?:s|ged|ging)?[ -]?(?:in|on)\b(?! to (?:the )?problem)|\bsignin\b/i,
    reason: "Windows says “sign in”.",
  },
  {
    use: "sign out",
    instead: /\blog(?:s|ged|ging)?[ -]?(?:out|off)\b/i,
    reason: "Windows says “sign out”.",
  },
  {
    use: "digital license",
    instead: /\bdigital entitlements?\b/i,
    reason: "Microsoft's word since 2016; the old one is a synonym in the glossary.",
  },
  {
    use: "product key",
    instead:
      /(?<!Multiple )\b(?:licen[sc]e|serial|activation|registration|CD)[ -]keys?\b|\bactivation codes?\b/i,
    reason: "Windows says “product key”. “Serial number” is left to devices.",
  },
  {
    use: "PC",
    instead: /\b(?:computers?|laptops and desktops)\b/i,
    reason: "Windows says “this PC”; a device may also be a phone.",
  },
  {
    use: "motherboard",
    instead: /\b(?:main ?boards?|mother boards?|system boards?|logic boards?|mobos?)\b/i,
    reason: "The word of the glossary; the others are its synonyms.",
  },
  {
    use: "Microsoft account",
    instead: /\b(?:Microsoft (?:ID|login|profile)|MS account|Live ID|Windows Live account|MSA)\b/,
    reason: "Windows says “Microsoft account”.",
  },
  {
    use: "local account",
    instead: /\boffline accounts?\b/i,
    reason: "Windows says “local account”.",
  },
  {
    use: "Windows 10, Windows 11",
    instead: /\b(?:Win ?1[01]|W1[01]|Windows (?:ten|eleven))\b/i,
    reason: "The full name, so that nobody has to guess.",
  },
  {
    use: "choose",
    instead: /\b(?:click(?:s|ed|ing)?|tap(?:s|ped|ping)?|hit (?:enter|return|the))\b/i,
    reason: "True for mouse, touch and keyboard.",
  },
  {
    use: "two-step verification",
    instead: /\b(?:two|2)[- ]factor(?: authentication)?\b|\b2FA\b|\btwo-step authentication\b/i,
    reason: "Microsoft's word for it, and the one in the glossary.",
  },
  {
    use: "reinstall",
    instead: /\bre-install\w*\b/i,
    reason: "One spelling, so that a search in the page finds it.",
  },
  {
    use: "preinstalled",
    instead: /\bpre-installed\b/i,
    reason: "One spelling, so that a search in the page finds it.",
  },
  { use: "website", instead: /\bweb sites?\b/i, reason: "One spelling." },
  { use: "Wi-Fi", instead: /\b(?:wifi|WiFi|wi fi|WLAN)\b/, reason: "Windows says “Wi-Fi”." },
  {
    use: "internet",
    instead: /(?<=[a-z,] )Internet\b(?! Explorer)/,
    reason: "Small letters inside a sentence.",
  },
];
