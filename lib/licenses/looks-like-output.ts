/*
 * Kept small, because the search engine includes it; the parser itself (license-output.ts) is five times the size.
 */

const SIGNS: RegExp[] = [
  // Whoever asks about a channel says “I”, “my”, “can”, or a question word.
  /^(?!.*\b(?:[Ii]|[Mm]y|[Ww]h\w+|[Hh]ow|can)\b).*\b(?:RETAIL|(?:OEM|VOLUME|TIMEBASED)[_ -][A-Z_]{2,30})\s+channel\b/s,
  /operating system[^,\n]{0,40},\s*\S+\s+channel\b/i,
  /\blicen[cs]e ?status["\s]*[:=]\s*\S.*\b(?:description|name|partial ?product ?key|notification reason)\b/is,
  /\b(?:description|name|partial ?product ?key)["\s]*[:=]\s*\S.*\blicen[cs]e ?status["\s]*[:=]/is,
  /^\s*oa3xoriginalproductkey\b/i,
  /\blicensing status\s*=/i,
  // With a quotation mark behind the command, as Windows prints it: “wmic is not recognized” is a question.
  /\b(?:wmic|slmgr)\s?["'”’»][^\n]{0,60}(?:recogn|recono|reconn|reconh|riconosc|falsch geschr|rozpozn|является|不是|外部|명령)/iu,
];

/** Whether a query is the output of a license command rather than a question. */
export const looksLikeOutput = (text: string): boolean => SIGNS.some((sign) => sign.test(text));
