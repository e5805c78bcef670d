import { expect, test } from "vitest";
import { seemsForeign } from "@/lib/search/foreign-words";
import { sentenceWords } from "@/lib/search/messages";

test.each([
  "si formateo pierdo la licencia",
  "vou vender o pc velho, posso levar o windows dele para o novo",
  "Il diritto digitale di Windows è perso?",
])("is in another language: %s", (text) => {
  expect(seemsForeign(sentenceWords(text))).toBe(true);
});

test.each([
  "the non-genuine OS of my OEM PC died, press Del",
  "where is the key of Windows SE as an MSDN subscriber",
  "una",
  "la la land",
])("is not: %s", (text) => {
  expect(seemsForeign(sentenceWords(text))).toBe(false);
});
