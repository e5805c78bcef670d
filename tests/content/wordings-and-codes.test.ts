import { expect, test } from "vitest";
import {
  getAddresses,
  getCodeFacilities,
  getErrorCode,
  getLanguages,
  getSynonyms,
} from "@/lib/content/pages";
import { getAnswers } from "@/lib/content/answers";
import { getFact } from "@/lib/content/facts";
import { createIndex } from "@/lib/search/create-index";
import { getSearchDocuments } from "@/lib/search/documents";
import { WORDING_KEYS, type WordingKey } from "@/lib/wordings/keys";
import { readForeign } from "@/lib/wordings/read-foreign";
import { OTHER_LANGUAGE_PAGE, pageOfMatch } from "@/lib/wordings/wording-text";

const index = createIndex(getSearchDocuments(), getSynonyms(), getLanguages(), getCodeFacilities());
const first = (query: string) =>
  index.search(query, { windows: "11", limit: 3 }).results.map(({ page }) => page);

test("pages that wordings and codes lead to exist, and so do their facts", () => {
  const addresses = getAddresses();
  for (const key of Object.keys(WORDING_KEYS) as WordingKey[])
    expect(addresses).toContain(pageOfMatch({ how: "known", key }));
  expect(addresses).toContain(OTHER_LANGUAGE_PAGE);
  for (const { next, facts } of getCodeFacilities()) {
    for (const address of next) expect(addresses).toContain(address);
    for (const fact of facts) expect(getFact(fact)).toBeDefined();
  }
});

test("a wording in another language is never taken for English", () => {
  const taken = getLanguages()
    .flatMap(({ wordings, signs = {} }) => [
      ...wordings.map(([, text]) => text),
      ...Object.values(signs).flat(),
    ])
    .filter((text) => readForeign(text, index.languages));
  expect(taken.length).toBeGreaterThan(100);
  expect(taken.filter((text) => index.isOfCommonWords(text))).toEqual([]);
  for (const text of ["", "windows is activ", "new motherboard ", "How do I link my license?"])
    expect(index.isOfCommonWords(text), text).toBe(true);
  for (const text of ["activ windows", "windows activé", "Windows er ikke aktivert"])
    expect(index.isOfCommonWords(text), text).toBe(false);
});

/** What readers type into the search in their own language. */
test.each([
  ["Windows n'est pas activé", "/messages/not-activated"],
  ["Windows no está activado", "/messages/not-activated"],
  ["Windows ist nicht aktiviert", "/messages/not-activated"],
  [
    "Windows est activé avec une licence numérique liée à votre compte Microsoft",
    "/messages/digital-license-linked",
  ],
  ["can't sign in 0x80190001", "/errors/0x80190001"],
  ["too many requests error 0x80860010 Microsoft account", "/errors/0x80860010"],
  ["0x800706d9 can't sign in with a Microsoft account", "/errors/0x800706d9"],
  ["Your account wasn't changed to this Microsoft account", "/articles/account-cannot-be-added"],
  ["something went wrong when adding my account", "/articles/account-cannot-be-added"],
  ["0x801901f4", "/errors/0x801901f4"],
  ["Activation Failed [Error Code: 0xC0000022]", "/errors/0xc0000022"],
  ["Windows(R) Operating System, OEM_DM channel", "/start/license-output"],
])("%s leads first to %s", (query, page) => {
  expect(first(query)[0]).toBe(page);
});

test("an answer in another language says how sure it is, and shows no opposite", () => {
  const known = index.search("Windows n'est pas activé", { windows: "11", limit: 5 });
  expect(known.language).toMatchObject({ lang: "fr", how: "known" });
  expect(known.results.map(({ page }) => page)).toEqual(["/messages/not-activated"]);
  expect(known.correctedTo).toBeUndefined();
  const part = index.search(
    "Windows est activé avec une licence numérique liée à votre compte Microsoft",
    { windows: "11", limit: 5 },
  );
  expect(part.language?.text).toContain("not certain");
  expect(part.exact).toBeUndefined();
  const unknown = index.search("Windows etkinleştirilmedi", { windows: "11", limit: 5 });
  expect(unknown.language?.title).toBe("This is not English");
  expect(unknown.results.filter(({ kind }) => kind === "message")).toEqual([]);
});

test("a sentence in a language without wordings is not corrected to an English one", () => {
  for (const query of ["Windows er ikke aktiveret", "Windows nije aktiviran"]) {
    const answer = index.search(query, { windows: "11", limit: 5 });
    expect(answer.correctedTo, query).toBeUndefined();
    expect(answer.results.filter(({ kind }) => kind === "message")).toEqual([]);
  }
});

/** What is asked most, in the words of other languages. */
test.each([
  ["Wie verknüpfe ich meine Windows-Lizenz mit meinem Microsoft-Konto?", "how-to-link"],
  ["Windows nach Mainboard-Wechsel aktivieren", "board-done-now"],
  ["comment réactiver windows après changement de carte mère", "board-done-now"],
  ["activar windows después de cambiar placa base", "board-done-now"],
  ["ativar windows depois de trocar placa mae", "board-done-now"],
  ["trasferire la licenza di windows su un altro pc", "move-possible"],
  ["hoe koppel ik windows aan mijn microsoft account", "how-to-link"],
])("%s shows the answer %s", (query, id) => {
  const { card, results, language } = index.search(query, { windows: "11", limit: 1 });
  const answer = getAnswers().find((one) => one.id === id);
  expect(card?.question).toBe(answer?.question);
  expect(results[0]?.page).toBe(answer?.page);
  expect(language).toBeUndefined();
});

test("an unknown code is explained by its number, with near codes of its facility only", () => {
  const answer = index.search("0x801901F8", { windows: "11", limit: 3 });
  expect(answer.explained).toMatchObject({
    id: "http",
    detail: expect.stringMatching(/504/) as string,
  });
  for (const code of answer.suggestions.codes) expect(code).toMatch(/^0x8019/);
});

test("codes of signing in have pages", () => {
  for (const code of [
    "0x80190001",
    "0x801901f4",
    "0x8019019a",
    "0x80860010",
    "0x800706d9",
    "0x80048823",
    "0x800704ec",
    "0x8007042b",
    "0x80070424",
    "0x80070426",
    "0xc0000022",
    "0xc004e022",
  ])
    expect(getErrorCode(code), code).toBeDefined();
});

test("a code with a page comes first, and the short answer that names it is shown as well", () => {
  for (const query of ["enroll error 0x8008025C", "sign-up code 8008025C"]) {
    const { card, results, exact, unknownCodes } = index.search(query, { windows: "11", limit: 1 });
    expect(results[0]).toMatchObject({ page: "/errors/0x8008025c", exact: true });
    expect([exact, card?.section]).toEqual(["code", "/answers/windows-10-end#a-esu-device-limit"]);
    expect(unknownCodes).toEqual([]);
  }
});

test("bare digits are a code if it has a page, and are found as an unknown one only beside a word for an error", () => {
  expect(first("80190001")[0]).toBe("/errors/0x80190001");
  const codesOf = (query: string) => index.search(query, { windows: "11", limit: 1 }).unknownCodes;
  expect(codesOf("80071234")).toEqual([]);
  expect(codesOf("date 80070101")).toEqual([]);
  expect(codesOf("error 80071234")).toEqual(["0x80071234"]);
});
