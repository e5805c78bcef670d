import { lettersOf } from "@/lib/licenses/license-words";
import { isDenial, isDoubtful, QUESTION, saysNothing, withoutAccents, wordsOf } from "./doubts";
import { WORDING_KEYS, type WordingKey } from "./keys";
import type { Language, WordingGrade } from "./language";

/**
 * What a text in another language was recognized as. `known`: a wording that a source prints. `part`: its words say
 * whether Windows is activated, and nothing more is certain. `language`: only the language is certain.
 */
export type WordingMatch = {
  how: "known" | "part" | "language";
  /** Absent if only the script shows that it is not English. */
  language?: Pick<Language, "lang" | "name" | "ownName" | "dir" | "notEnglish">;
  /** The wording that it is. */
  key?: WordingKey;
  grade?: WordingGrade;
  /** What a `part` says. */
  state?: "activated" | "not-activated";
  /** Whether the text names Microsoft. Among the sentences about a digital license, only the linked one does. */
  namesMicrosoft?: boolean;
  /** Whether it names Microsoft and has a word for “linked”: what a reader of that language would take it for. */
  seemsLinked?: boolean;
};

/** Text beyond this length is ignored: no sentence on a screen is longer. */
const EXAMINED = 4000;
/** Shorter wordings (“Actif”) match only the whole text. */
const SHORT = 12;
/** Words around a sentence that do not change it: the name of the row, the product's number. */
const MAY_REMAIN = 3;

const MICROSOFT = /microsoft|майкрософт|마이크로소프트|マイクロソフト|微软/i;

/** Wordings of license output, which lib/licenses parses. */
const isOutput = (key: WordingKey) => key.startsWith("slmgr_") || key === "command_missing";
/** Answers of a command with a message page. */
const ANSWERS: ReadonlySet<WordingKey> = new Set([
  "slmgr_permanent",
  "slmgr_xpr_notification",
  "slmgr_status_licensed",
  "slmgr_status_notification",
]);

/** A match with all that is known of its language. */
type Found = Omit<WordingMatch, "language"> & { language?: Language };

type Prepared = { key: WordingKey; letters: string; grade: WordingGrade; wholeOnly: boolean };

type Signs = NonNullable<Language["signs"]>;

const prepared = new WeakMap<Language, Prepared[]>();

function prepare(language: Language): Prepared[] {
  const known = prepared.get(language);
  if (known) return known;
  const list = language.wordings.flatMap(([key, text, grade]): Prepared[] => {
    if (isOutput(key) && !ANSWERS.has(key)) return [];
    const parts = text.split(" | ");
    const texts = parts.length > 1 ? [parts.join(" "), ...parts] : parts;
    return texts.flatMap((part) => {
      const letters = lettersOf(part.replaceAll("{product}", "Windows"));
      // A word that is also English (“administrator”) does not indicate a language.
      if (letters === "" || letters === lettersOf(WORDING_KEYS[key])) return [];
      const wholeOnly = [...letters].length < SHORT && !isWide(letters);
      return [{ key, letters, grade, wholeOnly }];
    });
  });
  prepared.set(language, list);
  return list;
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const isWide = (text: string) => WIDE.test(text) && [...text].length >= 6;

/** Ends a sentence or a label before one. */
const SENTENCE_END = /[.!…:;\n\r。！：；]+|\s[-–—]\s/u;

const isState = (key: WordingKey | undefined) =>
  key !== undefined &&
  /^(?:activated|digital|linked|slmgr_(?:permanent|status_licensed))/.test(key);
const ENGLISH_DENIAL = /\b(?:not|isn['’]?t|never|no longer|deactivated)\b/i;

/** Recognizes a sentence of Windows in another language; undefined if it is English or unknown. */
export function matchWording(
  text: string,
  languages: readonly Language[],
): WordingMatch | undefined {
  const examined = text.slice(0, EXAMINED);
  const sentences = examined.split(SENTENCE_END).map((sentence) => sentence.trim());
  const whole = lettersOf(examined);
  if (whole === "") return undefined;
  const namesMicrosoft = MICROSOFT.test(examined) || undefined;
  const starts = [...new Set([...sentences, examined])].flatMap((sentence): Start[] => {
    const typed = lettersOf(sentence);
    const afterName = typed.replace(/^(?:système|systeem|system)?windows(?:1[01])?/u, "");
    return [
      { typed, sentence },
      { typed: afterName, sentence },
    ];
  });

  let best: (Found & { length: number }) | undefined;
  const states = new Set<boolean>();
  for (const language of languages) {
    for (const { key, letters, grade, wholeOnly } of prepare(language)) {
      const found = wholeOnly
        ? sameLetters(whole, letters)
          ? { rest: "", sentence: "" }
          : undefined
        : foundIn(starts, letters);
      if (!found) continue;
      const match = readRest(key, found, language);
      if (match.how !== "language" && (isState(key) || key.startsWith("not_activated")))
        states.add(isState(key));
      if (best && best.length >= letters.length) continue;
      best = {
        ...match,
        language: language,
        grade,
        length: letters.length,
      };
    }
  }
  // “Before: Windows is not activated. Now: Windows is activated.”
  if (best && states.size > 1)
    return finish({ how: "language", language: best.language }, sentences);
  const isDenied = sentences.some(isDenial);
  // Beside an English denial, the sentence says what is not so.
  if (best && isState(best.key) && (isDenied || ENGLISH_DENIAL.test(examined)))
    return finish({ how: "language", language: best.language }, sentences);
  if (best && best.how !== "language") {
    const { length: _length, ...match } = best;
    return finish(match, sentences, namesMicrosoft);
  }
  const signs = matchSigns(examined, sentences, languages);
  const bySigns: Found | undefined =
    isDenied && signs?.state === "activated"
      ? { how: "language", language: signs.language }
      : signs;
  const match =
    best && bySigns?.how !== "part" ? { how: best.how, language: best.language } : bySigns;
  return finish(match, sentences, namesMicrosoft);
}

function finish(
  match: Found | undefined,
  sentences: readonly string[],
  namesMicrosoft?: boolean,
): WordingMatch | undefined {
  if (!match) return undefined;
  const { language } = match;
  const seemsLinked = match.state === "activated" && seemsToSayLinked(sentences, language);
  return {
    ...match,
    ...(language && {
      language: {
        lang: language.lang,
        name: language.name,
        ownName: language.ownName,
        ...(language.dir && { dir: language.dir }),
        ...(language.notEnglish && { notEnglish: language.notEnglish }),
      },
    }),
    ...(namesMicrosoft && { namesMicrosoft }),
    ...(seemsLinked && { seemsLinked }),
  };
}

/**
 * Whether one sentence says “activated”, “linked” and Microsoft together, and no sentence denies the link or asks for it.
 */
function seemsToSayLinked(sentences: readonly string[], language?: Language): boolean {
  const signs = language?.signs;
  if (!language || !signs) return false;
  const about = sentences.flatMap((sentence) => {
    const words = new Set(wordsOf(sentence).map(withoutAccents));
    const has = (list: readonly string[]) => list.some((word) => words.has(withoutAccents(word)));
    if (!has(signs.linked)) return [];
    const isDoubted = has(signs.not) || isDoubtful(sentence, language);
    return [{ isDoubted, isWhole: has(signs.activated) && MICROSOFT.test(sentence) }];
  });
  return about.some(({ isWhole }) => isWhole) && !about.some(({ isDoubted }) => isDoubted);
}

/** Accents get lost on another keyboard, and whole sentences stay distinct without them. */
const sameLetters = (typed: string, letters: string) =>
  typed === letters || (letters.length > 5 && typed === withoutAccents(letters));

/** A sentence in which a wording may begin, and its letters. */
type Start = { typed: string; sentence: string };
type FoundStart = { rest: string; sentence: string };

/** Only at the beginning of a sentence: “how do I see whether Windows is activated” states nothing. */
function foundIn(starts: readonly Start[], letters: string): FoundStart | undefined {
  const startWith = (wanted: string) => starts.find(({ typed }) => typed.startsWith(wanted));
  const plain = withoutAccents(letters);
  const found = startWith(letters) ?? (plain.length > SHORT ? startWith(plain) : undefined);
  // Letters and their plain forms are equally many, except for ß.
  const length = found?.typed.startsWith(letters) ? letters.length : plain.length;
  return found && { rest: found.typed.slice(length), sentence: found.sentence };
}

/** Whether the text around a wording may change its meaning. */
function readRest(
  key: WordingKey,
  { rest, sentence }: FoundStart,
  language: Language,
): WordingMatch {
  if (
    /^(activated|digital|linked|slmgr_permanent|slmgr_status_licensed)/.test(key) &&
    isDoubtful(sentence, language)
  )
    return { how: "language" };
  const goesOn = [...rest].length > (key === "watermark" ? 0 : MAY_REMAIN);
  if (!goesOn || !/^(activated|digital|watermark)/.test(key)) return { how: "known", key };
  // “Activated …, but not …”: words alone do not tell which of the two counts. And “Activar Windows después de …” is
  // what somebody wants, not the text on the desktop.
  const isDenied = language.signs?.not.some((word) => rest.includes(lettersOf(word)));
  return isDenied || key === "watermark"
    ? { how: "language" }
    : { how: "part", state: "activated" };
}

const spacedWords = (text: string) => ` ${wordsOf(text).join(" ").replaceAll("’", "'")} `;

/** As in “O Windows” and “System Windows”. After “if” it states nothing. */
const BEGINS_WITH_WINDOWS = /^ (?:(?:o|il|system|systém|système|systeem|система) )?windows/u;

/** Ends a clause. */
const CLAUSE_END = /[,，、;]+/u;

/** By ordinary words: the language, and “activated” or “not activated” if a sentence begins with Windows. */
function matchSigns(
  text: string,
  sentences: readonly string[],
  languages: readonly Language[],
): Found | undefined {
  const spaced = spacedWords(text);
  const has = (within: string, sign: string) => {
    const word = sign.toLowerCase().replaceAll("’", "'");
    // Scripts without spaces have no words that could be compared.
    return WIDE.test(word) ? within.includes(word) : within.includes(` ${word} `);
  };
  const scored = languages
    .flatMap((language) => {
      const { signs } = language;
      if (!signs) return [];
      const score = new Set(
        [...signs.language, ...signs.activated, ...signs.not].filter((sign) => has(spaced, sign)),
      ).size;
      return score > 0 ? [{ language, signs, score }] : [];
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  const isWideText = WIDE.test(text);
  const isClear = first && first.score > (second?.score ?? 0) && (first.score > 1 || isWideText);
  if (!isClear) return byScript(text, languages);
  const { language, signs } = first;
  for (const sentence of sentences) {
    const typed = spacedWords(sentence);
    if (!BEGINS_WITH_WINDOWS.test(typed) || typed.length > 200 || QUESTION.test(sentence)) continue;
    if (saysNothing(sentence, language)) continue;
    // Of “activated, but not linked” the words alone do not tell what is denied.
    const clauses = sentence.split(CLAUSE_END).map(spacedWords);
    const said = clauses.find((clause) => signs.activated.some((sign) => has(clause, sign)));
    if (said === undefined) continue;
    const saysNot = ({ not }: Signs, within: string) => not.some((sign) => has(within, sign));
    const denied = clauses.filter((clause) => saysNot(signs, clause));
    if (denied.length === 0) {
      // “Non” among Spanish words is Galician, of which nothing is known.
      if (languages.some((other) => other.signs && saysNot(other.signs, typed)))
        return { how: "language" };
      if (isDoubtful(sentence, language)) continue;
      return { how: "part", language, state: "activated" };
    }
    // Nor of “not with a linked license, but with a key”.
    const isPlain =
      denied.length === 1 && said === clauses[0] && !signs.linked.some((sign) => has(said, sign));
    const before = signs.activated.flatMap((sign) => (has(said, sign) ? said.split(sign, 1) : []));
    if (isPlain && before.some((words) => saysNot(signs, `${words} `)))
      return { how: "part", language, state: "not-activated" };
  }
  return { how: "language", language };
}

const SCRIPTS: [script: RegExp, lang: string | undefined][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Han}/u, "zh-CN"],
  [/[іїєґ]/iu, "uk"],
  [/\p{Script=Cyrillic}{4}/u, "ru"],
  [
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Thai}\p{Script=Devanagari}]/u,
    undefined,
  ],
];

/** Words without accents that are not English, of languages without wordings: Danish, Swedish, Finnish, Romanian, … */
const FOREIGN = new Set(
  "er ikke har inte ei ole este nu nem nincs nie nije tidak pole nav til koblet licenta jest".split(
    " ",
  ),
);

/** Recognizes a language by a script that English does not use. Cyrillic alone is not enough to guess Russian. */
function byScript(text: string, languages: readonly Language[]): Found | undefined {
  const found = SCRIPTS.find(([script]) => script.test(text));
  if (found) {
    const language =
      found[1] === "ru" ? undefined : languages.find(({ lang }) => lang === found[1]);
    return { how: "language", ...(language && { language }) };
  }
  // A name or a loan word is only one such word; a sentence in another language soon has two.
  const foreign = wordsOf(text).filter(
    (word) => FOREIGN.has(word) || withoutAccents(word) !== word.normalize("NFC"),
  );
  const isSentence = BEGINS_WITH_WINDOWS.test(spacedWords(text)) && foreign.length > 0;
  return isSentence || foreign.length > 1 ? { how: "language" } : undefined;
}
