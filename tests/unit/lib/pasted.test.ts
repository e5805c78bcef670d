import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { findErrorCodes } from "@/lib/errors/error-code";
import { parseLicenseOutput } from "@/lib/licenses/license-output";
import { licenseWords } from "@/lib/wordings/license-words";
import { readText } from "@/lib/wordings/read-text";
import { readLanguages } from "@/tests/fixtures/languages";
import { importArticle } from "@/tools/import/import-article";

const read = (name: string): unknown =>
  parse(readFileSync(`tests/fixtures/pasted/${name}.yaml`, "utf8"));
const languages = readLanguages();
const words = licenseWords(languages);

describe("codes", () => {
  const known = new Set(
    readdirSync("content/errors").map((file) => file.slice(0, "0x80070005".length).toLowerCase()),
  );
  it.each(read("codes") as [string, string[], string?][])("%s", (text, codes, byList) => {
    expect(findErrorCodes(text, (code) => known.has(code.toLowerCase()))).toEqual(codes);
    if (byList) expect(findErrorCodes(text)).toEqual([]);
  });
});

describe("outputs", () => {
  const outputs = read("outputs") as {
    kind: string;
    text: string;
    right: Record<string, unknown>;
  }[];
  it.each(outputs.map(({ kind, text, right }) => [kind, text, right] as const))(
    "%s",
    (_kind, text, right) => {
      const output = parseLicenseOutput(text, words);
      expect(output).toMatchObject({ readable: true, ...right });
      expect(JSON.stringify(output)).not.toContain("QWXYZ");
    },
  );
});

describe("sentences", () => {
  const sentences = Object.entries(read("sentences") as Record<string, [string, string][]>);
  it.each(sentences.flatMap(([lang, list]) => list.map((one) => [lang, ...one] as const)))(
    "%s: %s: %s",
    (_lang, text, state) => {
      const { output, wording } = readText(text, { languages, messages: [] });
      const said = output.readable
        ? output.status
        : wording?.how === "language"
          ? undefined
          : (wording?.key ?? wording?.state);
      const claim =
        said === undefined
          ? "none"
          : /^not/.test(said)
            ? "not-activated"
            : /^(?:activated|digital|linked|licensed|slmgr_permanent)/.test(said)
              ? "activated"
              : said;
      expect(claim).toBe(state);
    },
  );
});

describe("disclosures in old articles", () => {
  const { drop, stay } = read("disclosures") as Record<"drop" | "stay", string[]>;
  /** What is left of the sentence between two others. */
  const left = (sentence: string) => {
    const source = `---\ntitle: Old\ndate: 2020-01-01\n---\n\nBefore it.\n\n${sentence}\n\nAfter it.\n`;
    const { draft, dropped } = importArticle(source, {
      fileName: "old.md",
      today: "2026-11-30",
      knownTopics: [],
    });
    const isReported = dropped.some(({ text }) => text.includes(sentence));
    const [, text = ""] = /Before it\.\n\n([^]*)\n\nAfter it\./.exec(draft) ?? [];
    return { text: text.replaceAll("\\", ""), isReported };
  };
  test.each(drop)("%s goes", (sentence) => {
    expect(left(sentence)).toEqual({ text: "", isReported: true });
  });
  test.each(stay)("%s stays", (sentence) => {
    expect(left(sentence)).toEqual({ text: sentence, isReported: false });
  });
});
