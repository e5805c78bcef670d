import { fold } from "@/lib/text/fold";

// Each pattern names a tool, an action or an offer that the site warns about. Words that also have a lawful
// meaning ("KMS host", "generic key", "free upgrade", "cracked screen") must not match by themselves.
const PATTERNS: RegExp[] = [
  /\bkms ?-?_?(?:pico|auto|tools?|vl|activat\w*|crack|matrix|emulat\w*|script|38)/,
  /\b(?:activat(?:or|er)s?|keygens?|hwid ?-?gen|microsoft toolkit|(?:windows|daz|re) ?-?loader|aact|hacktool)\b/,
  /\b(?:massgrave|mas(?: ?-?_?aio| script| activat\w*)|get\.activated|activated\.win|ohook|tsforge)\b/,
  /\b(?:hwid|kms38|digital license) (?:activation )?(?:script|hack|exploit|spoof\w*|generator)\b/,
  // Versions of “Digital License Ultimate”, “W10 Digital Activation” and the like.
  /\bdigital[ _-]?(?:licen[cs]e|activation|entitlement)[ _-]?(?:ultimate|activation|program|tool|portable|v?\d+\.\d)/,
  /\birm\b.*\|/,
  /\|\s*iex\b/,
  /\binvoke-(?:restmethod|expression|webrequest)\b/,
  /\b(?:key|serial|licen[cs]e|code) ?-?(?:generator|gen)s?\b/,
  /\bcrack(?:s|ed|er|ing)?\b(?!.*\b(?:screen|glass|display|case)\b)/,
  /\b(?:pirat(?:e|ed|ing|ebay)|warez|torrents?|nulled)\b/,
  /\b(?:hack|bypass|trick|cheat)\w* (?:the )?(?:windows )?(?:\d+ )?activation\b/,
  /\b(?:cheap(?:est|er)?|discount\w*|leaked|lifetime|gr[ae]y ?-?market|ebay)\b.{0,30}\b(?:keys?|serials?|licen[cs]es?)\b/,
  /^(?!.*\bupgrad).*\bfree (?:windows |win )?(?:10 |11 )?(?:pro |home )?(?:product |activation |licen[cs]e |serial |cd )?(?:keys?|serials?|licen[cs]es?)\b/,
  /\b(?:keys?|serials?|licen[cs]es?)\b.{0,20}\b(?:cheap(?:er|ly)?|for free|free download|g2a|kinguin|ebay)\b/,
  /\b(?:keys?|serials?|licen[cs]es?)\b.{0,20}(?:[$€£] ?\d|\b\d+ ?(?:[$€£]|usd\b|eur\b|euros?\b|dollars?\b|bucks\b|pounds?\b))/,
  /(?:[$€£] ?[1-5]?\d\b|\b[1-5]?\d ?-?(?:[$€£]|usd\b|eur\b|euros?\b|dollars?\b|bucks?\b|pounds?\b))(?!.*\b(?:esu|updates?)\b).{0,20}\b(?:keys?|serials?|licen[cs]es?)\b/,
  /\b(?:g2a|kinguin|cdkeys|eneba|scdkey|keysoff|godeal24|whokeys|urcdkey|gamivo|instant-?gaming)\b/,
  /\bbuy\b.{0,20}\bcheap\b|\bcheap\b.{0,20}\bbuy\b/,
  /\bactivate\b.{0,25}\b(?:for free|free|without (?:paying|buying)|illegally)\b/,
  /\b(?:free|illegal(?:ly)?) (?:windows )?(?:\d+ )?activat\w+/,
  /\bremove\b.{0,20}\bwatermark\b.{0,30}\b(?:without|hack|tool|registry)\b/,
];

// The beginning of a query shows what it asks for. This limits the work.
const EXAMINED_CHARACTERS = 500;

/**
 * Whether a query asks for activators, cracks or cheap keys. If so, a calm card about the risks and the lawful
 * way is shown before the results.
 */
export function asksForUnlawfulActivation(query: string): boolean {
  const text = fold(query.slice(0, EXAMINED_CHARACTERS)).text;
  return PATTERNS.some((pattern) => pattern.test(text));
}
