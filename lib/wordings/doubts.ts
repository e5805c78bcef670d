import type { Language } from "./language";

/** What is needed of a language to read its doubts. English has no signs. */
type Spoken = Pick<Language, "lang" | "signs">;

/**
 * Words with which a sentence does not say what is so, by language and without accents. `unsaid`: if, and what was so
 * once: neither state is said. `doubts`: must, may, will, hardly, as if: Windows is not said to be activated or linked.
 */
const WORDS: Record<string, { unsaid: string; doubts: string }> = {
  en: {
    unsaid: "if whether unless once was",
    doubts: "must may might should would hardly almost nearly supposedly",
  },
  de: {
    unsaid: "wenn falls ob sobald sofern war",
    doubts:
      "muss soll sollte kann wird werden kaum scheinbar angeblich fast beinahe falschlich teilweise",
  },
  fr: {
    unsaid: "si etait",
    doubts: "doit devrait peut sera etre bientot presque disant peine serait partiellement",
  },
  es: {
    unsaid: "si estaba estuvo era",
    doubts: "debe debera puede sera ser estar apenas casi supuestamente estaria seria parcialmente",
  },
  pt: {
    unsaid: "se caso estava era",
    doubts:
      "deve devera pode precisa sera ser estar apenas quase supostamente estaria seria parcialmente",
  },
  it: {
    unsaid: "se era",
    doubts: "deve dovra puo sara essere appena quasi apparentemente sarebbe parzialmente",
  },
  nl: {
    unsaid: "als indien zodra was",
    doubts: "moet kan wordt worden zal nauwelijks bijna zogenaamd gedeeltelijk",
  },
  pl: {
    unsaid: "jesli jezeli gdy kiedy byl",
    doubts: "musi moze zostanie byc zostac bedzie prawie ledwo rzekomo czesciowo",
  },
  cs: {
    unsaid: "pokud kdyz jestli byl",
    doubts: "muze musi bude byt temer sotva udajne castecne",
  },
  sk: { unsaid: "ak ked bol", doubts: "moze musi bude byt takmer sotva udajne ciastocne" },
  ru: { unsaid: "если была был", doubts: "должна может будет быть почти якобы едва частично" },
  uk: { unsaid: "якщо була було", doubts: "має може буде бути маиже нібито частково" },
  tr: { unsaid: "eger ise idi", doubts: "gerek gerekiyor olacak neredeyse guya kismen" },
  vi: { unsaid: "neu", doubts: "can phai se huy ngung het mat bi" },
};

/** “Not” and the like of any language: in a sentence of another one, too, they deny. */
const DENIALS = wordSet(
  "kein keine keinem keinen keiner ohne weder nicht nirgends nirgendwo keineswegs keinesfalls plus jamais n'est non aucun aucune sans pas " +
    "nunca sin ningun ninguna tampoco no nergens nigdzie nikde нигде ніде nao sem nenhum nenhuma mai senza nessun nessuna nooit geen zonder niet " +
    "nigdy bez nie zadnym zadnego neni ne nebyl nebyla nikdy nije не нет без никогда ні ніколи degil asla khong chua " +
    "ikke inte ei nem nu not never neither off isn't isnt",
);
/** A denial of another language that is an everyday word of this one. */
const NO_DENIALS: Record<string, { word: string; behindState?: true }> = {
  // “Now”, and in Romanian “not”.
  nl: { word: "nu" },
  // “In the”, and in Spanish “not”: “está ativado no meu PC” and not “no está ativado”.
  pt: { word: "no", behindState: true },
};

/** A sentence that is only this denies the one before. */
const NO = wordSet("no nope nein ne non nao nie nee нет ні hayir khong false");
const WRONG = wordSet(
  "falsch gelogen luge quatsch unsinn faux fausse mensonge falso falsa mentira bugia fout onjuist leugen nieprawda " +
    "falsz nepravda lez неправда неверно ложь брехня yanlis sai wrong false untrue lie",
);
/** With a denial: “that is not true”, “no longer”. */
const TRUE_OR_MORE = wordSet(
  "wahr richtig so fall stimmt mehr leider doch noch vrai exact cas plus verdad cierto asi mas ya verdade certo assim mais ja " +
    "vero cosi piu waar klopt zo meer prawda tak juz pravda uz больше уже так правда більше вже dogru artik dung con " +
    "true case right correct more longer anymore",
);
const DENIED_IN_WIDE =
  /^(?:不是真?|并不是?|并没有|没有|不再是?|不[对對]|假|骗人|[错錯]|否|(?:其实|实际上|事实上|但是?|可是)[并没未不]|そう(?:ではあり|じゃあり|ではな|じゃな)|いいえ|(?:もう)?(?:違|ちが)|嘘|ウソ|うそ|間違|本当ではな|아니|아닙|거짓|틀[렸린]|더 이상)/u;
const DENIED_IN_ENGLISH =
  /^(?:but )?(?:it|that|this) (?:is(?:n['’]?t| not)|does(?:n['’]?t| not))$/i;
/** Longer sentences speak of something else. */
const LONGEST_DENIAL = 6;

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

const doubtsOf = new Map<string, ReadonlySet<string>>();
const unsaidOf = new Map<string, ReadonlySet<string>>();
for (const [lang, { unsaid, doubts }] of Object.entries(WORDS)) {
  unsaidOf.set(lang, wordSet(unsaid));
  doubtsOf.set(lang, wordSet(`${unsaid} ${doubts}`));
}
/** Both kinds of Portuguese have the same words. */
const wordsFor = <T>(words: { get: (lang: string) => T }, lang = "") =>
  words.get(lang.split("-")[0] ?? "");

export const QUESTION = /[?？]/u;
/** The same in scripts without spaces. */
const WIDE_DOUBTS =
  /か$|[吗嗎]$|如果|是否|需要|必[须須]|場合|[未没沒不無无非]|取消|解除|停用|曾|以前|かつて|失[效败敗]|ない|ません|なかった|않|없|해제|(?:^|\s)(?:안|비|미)(?:\s|$)/u;
/** “Non-activated”. */
const DENIED_BY_HYPHEN =
  /(?<![\p{L}\p{M}])(?:des?|dez|dis|un|in|non|nicht|niet|on|nie|ne|не|де|não|no|ikke|chưa)-\p{L}/iu;
/** “Not only” denies nothing. */
const NOT_ONLY =
  /(?<!\p{L})(?:nicht|pas|no|não|non|niet|nie|не|not)(?: \p{L}+)? (?:nur|bloß|seulement|s[oó]lo|solamente|só|apenas|somente|soltanto|alleen|tylko|только|лише|тільки|only|just)(?!\p{L})|(?<!\p{L})(?:nejen|nielen|không chỉ)(?!\p{L})|不[仅僅只光]|だけで/iu;
/** Parts and accounts of Windows that are activated by themselves. */
const PART_OF_WINDOWS =
  /windows(?:-\p{L}|[\s-]+(?:defender|hello|updates?|firewall|sandbox|security|seguridad|segurança|sécurité|sicurezza|sicherheit|beveiliging|search|suche|ink|insider|store|media|powershell|terminal|installer|subsystem|copilot|recall|spotlight|mail|backup|script|live|remote|autopilot|essentials|features?|smartscreen|apps?|konto|account|compte|cuenta|conta|安全|防火墙|更新|セキュリティ|보안|업데이트)(?!\p{L}))/iu;

/** “Unlinked” and the like, without accents: words that no prefix makes of a word for “linked”. */
const UNLINKED =
  /^(?:ontkoppel|losgekoppel|getrennt|entkoppel|abgekoppel|gelost|dissoci|desassoci|disassoci|deli|separ|desconect|deconnect|disconn|odlacz|rozlacz|niepolacz|odpoj|rozpoj|nepropoj|odvaz|отвяз|отсоедин|отключ|від|unlink)/u;
/** Beginnings that turn a word into its opposite. */
const OPPOSITE = /^(?:de|des|dez|dis|ge?de|un|in|im|non|niet|nicht|on|ont|ent|nie|ne|не|де|s)-?$/u;

/** Letters that do not decompose into a plain one with an accent, but are typed as these. */
const PLAIN_LETTERS: Record<string, string> = { ł: "l", đ: "d", ø: "o", ı: "i", ß: "ss" };
export const withoutAccents = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[łđøıß]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize("NFC");

export const wordsOf = (text: string) =>
  text.toLowerCase().match(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? [];

/** Without the Portuguese “-se”, which is no “if”: “encontra-se ativado”. */
const plainWordsOf = (text: string) =>
  wordsOf(text.replace(/(?<=\p{L})-se(?!\p{L})/giu, "")).map((word) =>
    withoutAccents(word).replace("’", "'"),
  );

/** Whether a word is the opposite of a language's words for “linked” and “activated”: “desvinculada”, “nepropojenou”. */
const isOpposite = (word: string, signs?: Language["signs"]) =>
  UNLINKED.test(word) ||
  [...(signs?.linked ?? []), ...(signs?.activated ?? [])].some((sign) => {
    // Without its ending, which may be another one.
    const stem = withoutAccents(sign.toLowerCase()).slice(0, Math.max(5, sign.length - 3));
    const at = word.indexOf(stem, 1);
    return at > 0 && OPPOSITE.test(word.slice(0, at));
  });

/** Whether the word at an index denies, in a sentence of a language. */
function denies(words: readonly string[], index: number, { lang, signs }: Spoken): boolean {
  const word = words[index] ?? "";
  if (!DENIALS.has(word)) return false;
  const own = NO_DENIALS[lang.split("-")[0] ?? ""];
  if (own?.word !== word) return true;
  if (!own.behindState) return false;
  const isBehind = signs?.activated.some((sign) =>
    words.slice(0, index).includes(withoutAccents(sign)),
  );
  return !isBehind || index === words.length - 1;
}

/** Whether a sentence of a language does not say that Windows is activated, or linked: it doubts, denies or asks it. */
export function isDoubtful(sentence: string, language: Spoken): boolean {
  if (
    QUESTION.test(sentence) ||
    DENIED_BY_HYPHEN.test(sentence) ||
    WIDE_DOUBTS.test(sentence.trim())
  )
    return true;
  const doubts = wordsFor(doubtsOf, language.lang);
  const words = plainWordsOf(sentence);
  return words.some(
    (word, i) =>
      doubts?.has(word) === true || denies(words, i, language) || isOpposite(word, language.signs),
  );
}

/** Whether a sentence says neither that Windows is activated nor that it is not: if, was, not only; or of a part of it. */
export function saysNothing(sentence: string, { lang }: Spoken): boolean {
  const unsaid = wordsFor(unsaidOf, lang);
  return (
    NOT_ONLY.test(sentence) ||
    PART_OF_WINDOWS.test(sentence) ||
    // “n'était”
    plainWordsOf(sentence).some((word) =>
      word.split("'").some((part) => unsaid?.has(part) === true),
    )
  );
}

/** Whether a sentence only says that another one is not so: “No.”, “That is not true”, “Not any more”, in any language. */
export function isDenial(sentence: string): boolean {
  const text = sentence.trim();
  if (DENIED_IN_WIDE.test(text) && text.length <= 2 * LONGEST_DENIAL) return true;
  const words = plainWordsOf(text);
  // “No, it is not”, “Well, no”, “Instead no”
  const clauses = words.length <= 2 ? [words.slice(-1)] : text.split(/[,，、]/u).map(plainWordsOf);
  if (clauses.some(([word = "", ...more]) => more.length === 0 && NO.has(word))) return true;
  if (words.length > LONGEST_DENIAL) return false;
  return (
    DENIED_IN_ENGLISH.test(text.replace(/[^\p{L}'’ ]+/gu, "")) ||
    words.some((word) => WRONG.has(word)) ||
    (words.some((word) => DENIALS.has(word)) && words.some((word) => TRUE_OR_MORE.has(word)))
  );
}
