import { describe, expect, test } from "vitest";
import { advises } from "@/lib/checks/check-advice";
import { FORBIDDEN_ADVICE } from "@/lib/checks/forbidden-advice";
import { expectMistake, problemsAfter } from "@/tests/fixtures/small-content";

const ARTICLE = "articles/what-linking-does.md";
const found = (sentence: string, field = "body") =>
  FORBIDDEN_ADVICE.filter((entry) => advises(sentence, entry, field)).map(({ what }) => what);

describe("advice that harms", () => {
  test.each([
    ["Download KMSpico and run it.", /activator/],
    ["Use a KMS tool to get rid of the watermark.", /activator/],
    ["Do not worry: run the activator.", /activator/],
    ["If activation does not work, download a crack.", /activator/],
    ["Type irm https://get.example | iex and press Enter.", /script straight/],
    ["Turn off Windows Defender before you begin.", /virus protection/],
    ["If Windows does not activate, disable your antivirus for a moment.", /virus protection/],
    ["Switch real-time protection off.", /virus protection/],
    ["Type slmgr /skms kms.example and press Enter.", /KMS server/],
    ["Type slmgr /rearm for 30 more days.", /again and again/],
    ["Install a watermark remover.", /watermark/],
    ["Enter your product key on this website.", /product key/],
    ["Install AnyDesk.", /caller/],
    ["First delete the product key.", /delete the product key/],
    ["To begin with, type slmgr /upk.", /delete the product key/],
    ["First, buy a new license.", /buy/],
    ["First open slui 4.", /phone/],
  ])("%s", (sentence, what) => {
    expect(found(sentence)).toEqual([expect.stringMatching(what)]);
  });

  test.each([
    ["Remove the key with slmgr /upk.", "steps[0]", /delete/],
    ["Buy a license.", "advice.first", /buy/],
    ["Call to activate Windows by phone.", "next[0]", /phone/],
  ])("is never the first thing to do: %s", (sentence, field, what) => {
    expect(found(sentence, field)).toEqual([expect.stringMatching(what)]);
    expect(found(sentence, "steps[3]")).toEqual([]);
  });
});

describe("warnings and other sentences are fine", () => {
  test.each([
    "Never run an activator.",
    "Never download, install or run an activator.",
    "Do not switch off the virus protection.",
    "No step asks you to turn off Windows Defender.",
    "Such tools ask you to switch off the virus protection.",
    "You are told to switch off virus protection.",
    "Never paste a line such as irm https://get.example | iex.",
    "Do not buy anything first.",
    "Should I turn off my antivirus?",
    "If you use a crack, reinstall Windows.",
    "People have used activators.",
    "First write the key down, and keep it.",
    "Switch off the VPN for one attempt.",
    "Keep your proof of purchase ready first.",
  ])("%s", (sentence) => {
    expect(found(sentence)).toEqual([]);
  });
});

test("says where the advice is, why it harms, and what to do", () => {
  expectMistake({
    what: "advice",
    change: (c) => (c[ARTICLE].body += "\n\nTurn off Windows Defender first."),
    file: ARTICLE,
    field: "body",
    message:
      /advises to switch off the virus protection: “Turn off Windows Defender first\.” \(line 7 of the text\)/,
    remedy: /Leave it on\..*“Never …”.*forbidden-advice\.ts/,
  });
});

test("looks at titles and at the first steps of families", () => {
  const problems = problemsAfter((c) => {
    c[ARTICLE].title = "Download a crack";
    c["error-families/hardware-changed.yaml"].first = "Buy a new license.";
  });
  expect(problems.map(({ file, field }) => `${file} ${field}`).sort()).toEqual([
    `${ARTICLE} title`,
    "error-families/hardware-changed.yaml first",
  ]);
});

test("every entry gives a reason and another way, and names a reason for each file it allows", () => {
  for (const { reason, instead, allowedIn = {} } of FORBIDDEN_ADVICE) {
    expect(reason).toMatch(/\.$/);
    expect(instead).toMatch(/\.$/);
    for (const why of Object.values(allowedIn)) expect(why.length).toBeGreaterThan(20);
  }
});
