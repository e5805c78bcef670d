/**
 * Short words of other languages that are in almost every sentence of them: “el”, “della”, “nicht”. They are rare on the
 * site, so they would count most although they say nothing. Without those that are also English or a name (“die”, “as”,
 * “OS”, “SE”, “non-genuine”).
 */
const FOREIGN_WORDS: ReadonlySet<string> = new Set(
  (
    "ahora al auf avec che como cuando czy da das de del della dello dem der des dele di du ein eine einen el " +
    "em en esta este est gli het ich il inget ist jag jest la las le les lo los mein meine mes meu mi mia minha mio " +
    "muy na nao nel nicht nie niet och para pas pero por que quiero sans si sin su sur um uma un una und une " +
    "von vou wenn wie wird ya zu zum"
  ).split(" "),
);

/** Whether a word belongs to the grammar of another language. */
export const isForeignWord = (word: string): boolean => FOREIGN_WORDS.has(word);

/** Whether a text is in another language: two of its words are. */
export const seemsForeign = (words: readonly string[]): boolean =>
  new Set(words.filter(isForeignWord)).size > 1;
