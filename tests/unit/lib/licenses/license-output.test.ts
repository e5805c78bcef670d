import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseLicenseOutput } from "@/lib/licenses/license-output";
import { blankProductKeys } from "@/lib/licenses/paste";
import { readLanguages } from "@/tests/fixtures/languages";
import { processorTime } from "@/tests/fixtures/processor-time";
import { licenseWords } from "@/lib/wordings/license-words";

const WORDS = licenseWords(readLanguages());

/** Invented outputs in the documented format; the five characters are no part of a key. */
const sample = (name: string) => readFileSync(`tests/fixtures/license-output/${name}.txt`, "utf8");

describe("parseLicenseOutput", () => {
  it.each([
    ["dli-retail", "retail", "RETAIL", "licensed"],
    ["dli-oem", "oem", "OEM_DM", "licensed"],
    ["dlv-oem", "oem", "OEM_DM", "licensed"],
    ["dli-kms", "kms", "VOLUME_KMSCLIENT", "licensed"],
    ["dli-mak-notification", "mak", "VOLUME_MAK", "notification"],
    ["dli-grace", "retail", "RETAIL", "grace"],
    ["evaluation", "evaluation", "TIMEBASED_EVAL", "licensed"],
    ["reordered", "oem", "OEM_COA_SLP", "licensed"],
    ["powershell-list", "oem", "OEM_DM", "licensed"],
    ["german", "retail", "RETAIL", "licensed"],
  ])("reads %s", (name, channel, channelWord, status) => {
    expect(parseLicenseOutput(sample(name), WORDS)).toMatchObject({
      readable: true,
      channel,
      channelWord,
      status,
    });
  });

  it.each([
    ["office-only", "other-product"],
    ["not-found", "command-missing"],
  ])("says what is wrong with %s", (name, reason) => {
    expect(parseLicenseOutput(sample(name))).toEqual({ readable: false, reason });
  });

  it("keeps nothing of the partial key", () => {
    for (const name of ["dli-retail", "dlv-oem", "dli-kms", "german"]) {
      const output = parseLicenseOutput(sample(name));
      expect(JSON.stringify(output)).not.toMatch(/QWXYZ/i);
    }
    expect(parseLicenseOutput(sample("dli-retail"))).toMatchObject({ hasPartialKey: true });
    expect(parseLicenseOutput(sample("evaluation"))).toMatchObject({ hasPartialKey: false });
  });

  it("names the product and the days that are left", () => {
    expect(parseLicenseOutput(sample("dli-kms"))).toMatchObject({
      product: "Windows(R), Enterprise edition",
      expiresInDays: 168,
    });
  });

  it("reads lines in any order, and other cases, line ends and spaces", () => {
    const lines = sample("dlv-oem").trim().split("\n");
    for (const text of [
      lines.toReversed().join("\r\n"),
      lines.join("\n").toUpperCase(),
      lines.join("\n").toLowerCase().replaceAll(": ", "\t:\u00a0"),
      lines.map((line) => `\u200b   ${line}   `).join("\n\n"),
    ])
      expect(parseLicenseOutput(text)).toMatchObject({ channel: "oem", status: "licensed" });
  });

  it("reads a part of the output", () => {
    expect(parseLicenseOutput("License Status: Unlicensed")).toMatchObject({
      channel: "none",
      status: "unlicensed",
    });
    expect(parseLicenseOutput("RETAIL channel")).toMatchObject({ channel: "retail" });
    expect(parseLicenseOutput("Product Key Channel: Volume:GVLK")).toMatchObject({
      channel: "kms",
    });
  });

  it("takes the entry that has a key, of all that slmgr /dli all prints", () => {
    const other = sample("dli-retail")
      .replace(/Partial.*\n/, "")
      .replace("Licensed", "Unlicensed");
    expect(parseLicenseOutput(`${other}\n${sample("dli-oem")}\n${other}`)).toMatchObject({
      channel: "oem",
      status: "licensed",
    });
  });

  it("refuses a lone product key, and blanks one in an output", () => {
    const key = "QW2XY-QW3XY-QW4XY-QW6XY-QW7XY";
    for (const text of [key, `OA3xOriginalProductKey\n${key}`, key.replaceAll("-", "")])
      expect(parseLicenseOutput(text)).toMatchObject({ readable: false, reason: "product-key" });
    const both = `${sample("dli-retail")}\nKey: ${key}`;
    const read = parseLicenseOutput(both);
    expect(read).toMatchObject({ readable: true, channel: "retail", keysBlanked: 1 });
    expect(JSON.stringify(read) + blankProductKeys(both).text).not.toContain("QW3XY");
  });

  it.each([15_990, 20_000, 39_980, 100_000])(
    "blanks a key behind %i characters of other text, without delay",
    (length) => {
      const text = `${"plain words. ".repeat(length / 13)}\nKey: QW2XY-QW3XY-QW4XY-QW6XY-QW7XY`;
      const time = processorTime(() => {
        expect(blankProductKeys(text)).toMatchObject({ count: 1 });
        expect(blankProductKeys(text).text).not.toContain("QW3XY");
        expect(parseLicenseOutput(text)).toMatchObject({ readable: false, reason: "product-key" });
      }, 1);
      expect(time).toBeLessThan(1_000);
    },
  );

  it.each(["_Office", "%20Office", "%22office2021", "é=visio "])(
    "blanks a key that follows %s without a gap",
    (name) => {
      const key = "QW2XY-QW3XY-QW4XY-QW6XY-QW7XY";
      expect(blankProductKeys(`${name}${key}`).text).not.toContain("QW4XY");
      expect(blankProductKeys(`${name}${key.replaceAll("-", " ")} and more`).text).not.toContain(
        "QW4XY",
      );
    },
  );

  it("never mistakes an identifier of a real output for a product key", () => {
    for (const name of ["dlv-oem", "dli-kms"])
      expect(parseLicenseOutput(sample(name)).readable).toBe(true);
  });

  it("answers anything, without throwing and without delay", () => {
    for (const text of [
      "",
      " \n",
      "<script>alert(1)</script>",
      "\ud800",
      "a ".repeat(9_000),
      "channel",
    ])
      expect(parseLicenseOutput(text)).toEqual({ readable: false, reason: "not-recognized" });
    for (const unit of ["name:", "license ", "product key channel ", "_".repeat(50), "\t"]) {
      const text = unit.repeat(Math.floor(20_000 / unit.length));
      expect(processorTime(() => parseLicenseOutput(text))).toBeLessThan(500);
    }
  });
});
