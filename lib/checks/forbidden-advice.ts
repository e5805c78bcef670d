/** Something that a page must never tell its readers to do. */
export type ForbiddenAdvice = {
  /** What it is, to follow “the text advises to …”. */
  what: string;
  /** Why it harms the reader. */
  reason: string;
  /** What a page can say instead. */
  instead: string;
  /** Words that give the advice. Verbs are in the imperative: “use”, not “used”. */
  patterns: RegExp[];
  /** Set for advice that may be right, but never as the first thing to do. */
  onlyFirst?: boolean;
  /** Files that may say it, and why. */
  allowedIn?: Record<string, string>;
};

const REMOVE_KEY =
  /\b(?:delete|remove|uninstall|clear|erase)\b[^.]{0,40}\b(?:product |license )?keys?\b|\bslmgr(?:\.vbs)? ?[-/](?:upk|cpky)\b/i;
// Bad news may come early (“you will probably have to buy …”), and a proof of purchase is not a purchase.
const BUY =
  /(?<!proof of |(?:probably|may|might|normally) have to )\b(?:buy|purchase|order|pay for)\b[^.]{0,40}\b(?:licen[cs]e|keys?|windows|copy)\b/i;
const PHONE =
  /\bslui(?:\.exe)? ?4\b|\b(?:activate|activation)\b[^.]{0,20}\bby (?:tele)?phone\b|\bphone activation\b/i;

/**
 * The list. An entry matches a sentence that gives it as an instruction; a warning against it in the same clause is
 * fine (`check-advice.ts`).
 */
export const FORBIDDEN_ADVICE: readonly ForbiddenAdvice[] = [
  {
    what: "use an activator, a crack or a key generator",
    reason:
      "Such tools carry malware, want the virus protection off, and leave the PC without a license.",
    instead: "Name the ways that are documented, also when all of them cost money.",
    patterns: [
      /\b(?:use|run|download|install|get|try|start|execute|open)(?: [\w-]+){0,3} (?:(?:KMS )?activators?|cracks?|cracked|keygens?|key generators?|loaders?|activation scripts?|KMS tools?)\b/i,
      // Merely naming such a tool leads readers to it.
      /\b(?:KMS ?(?:pico|auto|_?vl_all|matrix|nano)|KMSAuto\w*|massgrave|Microsoft Activation Scripts?|MAS_AIO|get\.activated\.win|re-?loader activator|windows loader|HWIDGEN)\b/i,
    ],
  },
  {
    what: "run a script straight from the web",
    reason: "Whoever controls the address controls the PC; most activators are started this way.",
    instead: "Give a command that is part of Windows, or the steps in Settings.",
    patterns: [
      /\b(?:irm|iwr|invoke-restmethod|invoke-webrequest|curl|wget|downloadstring)\b.*\|\s*(?:iex|invoke-expression|ba?sh|powershell)\b/i,
      /\b(?:iex|invoke-expression)\b.{0,20}(?:irm|iwr|downloadstring|https?:)/i,
    ],
  },
  {
    what: "switch off the virus protection",
    reason: "No documented way of activating needs it; activators and scams do.",
    instead:
      "Leave it on. If a program is blocked, that program is the problem. Pausing a VPN or proxy for one attempt is fine.",
    patterns: [
      /\b(?:turn(?:ing)? off|switch(?:ing)? off|disable|deactivate|stop|pause|uninstall|remove|bypass)\b[^.]{0,40}\b(?:anti-?virus|virus protection|(?:windows |microsoft )?defender|real-time protection|tamper protection|smartscreen|security software)\b/i,
      /\b(?:turn|switch)\b[^.]{0,30}\b(?:anti-?virus|virus protection|defender|real-time protection|smartscreen)\b[^.]{0,20}\boff\b/i,
      /\b(?:add|set|create)\b[^.]{0,20}\b(?:exclusions?|exceptions?)\b[^.]{0,30}\b(?:anti-?virus|virus protection|defender)\b/i,
    ],
  },
  {
    what: "take activation from a public KMS server",
    reason:
      "The server belongs to a stranger, the activation ends after 180 days and is no license.",
    instead: "KMS is for an organization's own network: send the reader to the IT team.",
    patterns: [/\bslmgr(?:\.vbs)? ?[-/]skms\b/i, /\b(?:public|free) KMS (?:server|host)s?\b/i],
  },
  {
    what: "reset the activation period again and again",
    reason: "It hides that Windows is not licensed; the count is limited and nothing is solved.",
    instead: "Say what an unactivated Windows still does, and how to get it activated.",
    patterns: [/\bslmgr(?:\.vbs)? ?[-/]rearm\b/i],
  },
  {
    what: "hide the watermark instead of activating",
    reason:
      "Registry edits and tools that hide it change nothing about the license, and tools carry malware.",
    instead: "Activation removes its cause; say how.",
    patterns: [
      /\b(?:use|run|download|install|try|get)\b[^.]{0,30}\bwatermark remover\b/i,
      /\b(?:hide|remove)\b[^.]{0,30}\bwatermark\b[^.]{0,40}\b(?:registry|regedit|tool|script)\b/i,
    ],
  },
  {
    what: "give the product key to a website or to somebody",
    reason: "Whoever has the key can use it up. Only Windows and Microsoft Support ask for it.",
    instead: "Say to type it in Windows only, and to cover it in pictures.",
    patterns: [
      /\b(?:enter|type|paste|upload|post|send|share|give)\b[^.]{0,30}\b(?:product |license )?key\b[^.]{0,30}\b(?:(?:on|in|to|into|with) (?:a|an|this|that|the|our|any) (?:web ?site|web page|forum|chat|seller|checker|online tool))\b/i,
    ],
  },
  {
    what: "let a caller into the PC",
    reason: "Fake support calls begin with a program for remote control.",
    instead: "Say to hang up, and how to reach Microsoft Support by oneself.",
    patterns: [
      /\b(?:install|open|run|download|start)\b[^.]{0,20}\b(?:anydesk|teamviewer|ultraviewer|remote[- ]control (?:program|tool)|remote access (?:program|tool))\b/i,
      /\b(?:let|allow|give)\b[^.]{0,20}\b(?:caller|technician|support agent)\b[^.]{0,20}\b(?:access|connect|control)\b/i,
    ],
  },
  {
    what: "delete the product key first",
    reason:
      "It may be the only copy, and the PC loses its activation. No page of Microsoft says that it frees the license.",
    instead: "Link, write the key down and check the new PC before anything is removed.",
    patterns: [REMOVE_KEY],
    onlyFirst: true,
  },
  {
    what: "buy first",
    reason: "Most activation problems cost nothing to solve; what was bought is rarely paid back.",
    instead: "Put everything that is free before it.",
    patterns: [BUY],
    onlyFirst: true,
  },
  {
    what: "activate by phone first",
    reason:
      "Phone activation is reported to have ended or to lead to a web page; the troubleshooter and the key come before it.",
    instead: "Put the Activation troubleshooter and the product key before it.",
    patterns: [PHONE],
    onlyFirst: true,
  },
];
