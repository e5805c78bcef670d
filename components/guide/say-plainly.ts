import { parseText, plainText } from "@/lib/text/parse-text";
import { DEFAULT_WINDOWS } from "@/lib/windows/version";

/** The label of an answer inside a sentence: its words alone. */
export const sayPlainly = (label: string): string =>
  plainText(parseText(label).children, undefined, DEFAULT_WINDOWS);
