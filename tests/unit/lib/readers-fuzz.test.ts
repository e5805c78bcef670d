import fc from "fast-check";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { describeErrorCode, findErrorCodes, nearestErrorCodes } from "@/lib/errors/error-code";
import { parseLicenseOutput, type WindowsReading } from "@/lib/licenses/license-output";
import { createIndex } from "@/lib/search/create-index";
import { licenseWords } from "@/lib/wordings/license-words";
import { matchWording } from "@/lib/wordings/match-wording";
import { readText } from "@/lib/wordings/read-text";
import { readLanguages } from "@/tests/fixtures/languages";
import { SEARCH_DOCUMENTS, SYNONYMS } from "@/tests/fixtures/search-documents";

/** The same texts at each run; so many that it stays within seconds. */
const RUN = { seed: 20261129, numRuns: 400 };

const languages = readLanguages();
const words = licenseWords(languages);
const index = createIndex(SEARCH_DOCUMENTS, SYNONYMS, languages);
const found = parse(readFileSync("tests/fixtures/license-output/found.yaml", "utf8")) as {
  text: string;
}[];

const WORDINGS = languages.flatMap(({ wordings }) => wordings.map(([, text]) => text));
const PIECES = [
  ...found.flatMap(({ text }) => text.split("\n")),
  ...WORDINGS,
  "License Status: ",
  "Licensed",
  "not",
  "Windows",
  "channel",
  "0xC004F211",
  "0x801901F4",
  "-1073417711",
  '"LicenseStatus":',
  "{",
  "}",
  "@{",
  ",",
  "\n",
  "\u0001",
  "\u202e",
  "ﷺ",
  "> ",
  "| ",
];
/** Lines of real outputs in any order, cut anywhere, with anything between them. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 24 })
    .map((pieces) => pieces.join("\n")),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(" ")),
  fc
    .tuple(fc.constantFrom(...found.map((each) => each.text)), fc.nat(400), fc.nat(400))
    .map(([output, from, length]) => output.slice(from, from + length)),
);

/** What a status may be read from: the words of a line, without what stands between its letters. */
const SAYS: Record<string, RegExp> = {
  licensed:
    /\blicensed|activated|will ?expire|=\s*1|:\s*"?1|\b1\b|lizenziert|con licencia|avec licence|licenciado|ativado|activé|имеет лицензию|лицензировано|активация|已授权|已获许可|激活/i,
  unlicensed: /unlicensed|\b0\b|未经授权|не имеет лицензии/i,
  grace: /grace|\b[2346]\b|宽限期|льготного/i,
  notification: /notification|\b5\b|通知|уведомления/i,
};

it("the license reader answers anything, and names no state that no line says", () => {
  fc.assert(
    fc.property(text, (pasted) => {
      const output = parseLicenseOutput(pasted, words);
      if (!output.readable) return;
      const joined = pasted.normalize("NFKC").replace(/\n/g, "");
      for (const { status } of [output, ...(output.further ?? [])] as WindowsReading[])
        if (status !== "not-read")
          expect(`${pasted.normalize("NFKC")}\n${joined}`).toMatch(SAYS[status] ?? /^$/);
    }),
    RUN,
  );
});

it("the paste box and the other languages answer anything", () => {
  fc.assert(
    fc.property(text, (pasted) => {
      readText(pasted, {
        languages,
        messages: [{ address: "/messages/active", message: "Active" }],
      });
      const match = matchWording(pasted, languages);
      // “Not activated” needs a word that says not, or a wording that is known as a whole.
      if (match?.how === "part" && match.state === "activated")
        expect(match.language).toBeDefined();
    }),
    RUN,
  );
});

it("the search answers anything, and corrects no word of a sentence in another language", () => {
  fc.assert(
    fc.property(text, (query) => {
      const answer = index.search(query, { windows: "11", limit: 5 });
      if (answer.language) expect(answer.correctedTo).toBeUndefined();
    }),
    { ...RUN, numRuns: 200 },
  );
});

it("the reader of codes answers anything with codes of eight digits", () => {
  fc.assert(
    fc.property(text, (typed) => {
      for (const code of findErrorCodes(typed)) {
        expect(code).toMatch(/^0x[0-9A-F]{8}$/);
        expect(describeErrorCode(code)?.hex).toBeDefined();
        nearestErrorCodes(code, ["0xC004F211", "0x80070005"], 3);
      }
    }),
    RUN,
  );
});
