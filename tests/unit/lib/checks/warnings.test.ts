import { describe, expect, test } from "vitest";
import { checkContent } from "@/lib/checks/check-content";
import { linkReport, readingReport } from "@/lib/checks/content-report";
import {
  furtherDocument,
  problemsAfter,
  smallContent,
  withContentFolder,
  type SmallContent,
} from "@/tests/fixtures/small-content";

const ARTICLE = "articles/what-linking-does.md";
const GUIDE = "guides/link.yaml";

function checked(change: (content: SmallContent) => void, today = "2026-11-21") {
  const content = smallContent();
  change(content);
  return withContentFolder(content, (folder) => checkContent(folder, today));
}
const warningsAfter = (...args: Parameters<typeof checked>) =>
  checked(...args).warnings.map(({ file, field, message }) => `${file} ${field}: ${message}`);

test("the small content causes no warnings", () => {
  expect(warningsAfter(() => {})).toEqual([]);
});

test("warnings do not count as problems", () => {
  const { problems, warnings } = checked((c) => (c[ARTICLE].body += "\n\nClick the row."));
  expect(problems).toEqual([]);
  expect(warnings).toHaveLength(1);
});

describe("review", () => {
  test.each([
    ["2027-01-12", 0],
    ["2027-01-13", 1],
  ])("on %s, a review of 2026-01-12 gives %i warning", (today, count) => {
    const found = warningsAfter(() => {}, today).filter((line) => line.startsWith(ARTICLE));
    expect(found).toHaveLength(count);
  });

  test("a leap day is a year old on the last of February", () => {
    const on = (today: string) => warningsAfter((c) => (c[ARTICLE].reviewed = "2027-02-28"), today);
    expect(on("2028-02-29").filter((line) => line.startsWith(ARTICLE))).toEqual([]);
  });
});

describe("terms", () => {
  test.each([
    ["licence", "The licence moves.", "license"],
    ["email", "Use your email.", "e-mail"],
    ["log in", "Log in again.", "sign in"],
    ["login", "Your login.", "sign in"],
    ["digital entitlement", "A digital entitlement.", "digital license"],
    ["computer", "This computer.", "PC"],
    ["mainboard", "A new mainboard.", "motherboard"],
    ["license key", "The license key.", "product key"],
    ["organisation", "Your organisation.", "American spelling"],
    ["Win 11", "On Win 11.", "Windows 10, Windows 11"],
  ])("“%s” in a text", (word, sentence, use) => {
    const found = warningsAfter((c) => (c[ARTICLE].body += `\n\n${sentence}`));
    expect(found).toEqual([
      expect.stringMatching(new RegExp(`the site says “${use}.*${word}.*line 7`, "i")),
    ]);
  });

  test("in titles too", () => {
    expect(warningsAfter((c) => (c[GUIDE].parts[0].title = "Your computer"))).toEqual([
      expect.stringContaining("parts[0].title"),
    ]);
  });

  test.each([
    ["a quote", "It says “this computer”."],
    ["a label", "Choose **Email & accounts**."],
    ["code", "Type `computer`."],
    ["a listing", "```\ncomputer\n```"],
  ])("are free in %s", (_, text) => {
    expect(warningsAfter((c) => (c[ARTICLE].body += `\n\n${text}`))).toEqual([]);
  });

  test("are free in readers' words, answers and Microsoft's messages", () => {
    expect(
      warningsAfter((c) => {
        c[ARTICLE].questions.push("Is my computer linked?");
        c[ARTICLE].words = ["licence"];
        c["glossary/digital-license.yaml"].synonyms = ["digital entitlement"];
        c[GUIDE].parts[0].steps[0].question.answers[0].label = "My computer says so";
        c["messages/active.yaml"].message = "This computer is active";
        c["messages/active.yaml"].title = "This computer is active";
      }),
    ).toEqual([]);
  });
});

describe("questions that ask the same", () => {
  const same = (one: string, other: string) =>
    warningsAfter((c) => {
      c[GUIDE].questions = [one];
      c[ARTICLE].questions = [other];
    });

  test.each([
    ["How do I find my product key?", "Where can I find the product key for Windows?"],
    [
      "What happens to the license after changing the motherboard?",
      "What happens to the license after a new motherboard change?",
    ],
  ])("%s / %s", (one, other) => {
    expect(same(one, other)).toEqual([expect.stringContaining("asks the same as")]);
  });

  test.each([
    ["Is Windows activated?", "Is Windows not activated?"],
    ["Where is the page in Windows 10?", "Where is the page in Windows 11?"],
    ["How do I link?", "How do I unlink?"],
    ["Why is the link missing?", "Is the link missing?"],
  ])("not: %s / %s", (one, other) => {
    expect(same(one, other)).toEqual([]);
  });

  test("on one page are fine", () => {
    expect(
      warningsAfter((c) => (c[ARTICLE].questions = ["Where is my key?", "Where is the key?"])),
    ).toEqual([]);
  });
});

describe("unfinished pages", () => {
  test("a TODO stops a page, not a draft", () => {
    const todo = (draft: boolean) =>
      problemsAfter((c) => {
        c["glossary/edition.yaml"] = {
          ...furtherDocument("the other term"),
          draft,
          synonyms: [],
          facts: ["link-works"],
          definition: "TODO",
        };
      });
    expect(todo(true)).toEqual([]);
    expect(todo(false)).toEqual([
      expect.objectContaining({ field: "definition", message: expect.stringContaining("TODO") }),
    ]);
  });

  test("a draft may lack its sources", () => {
    const unsourced = (draft: boolean) =>
      problemsAfter((c) => {
        c["glossary/edition.yaml"] = {
          ...furtherDocument("the other term"),
          draft,
          synonyms: [],
          definition: "A kind.",
        };
      });
    expect(unsourced(true)).toEqual([]);
    expect(unsourced(false)).toHaveLength(1);
  });
});

test("key sellers are not linked", () => {
  expect(
    problemsAfter((c) => (c[ARTICLE].body += "\n\n[Cheap](https://keys.example/win11)")),
  ).toEqual([
    expect.objectContaining({
      message: expect.stringContaining("expected a link to this site or to Microsoft"),
    }),
  ]);
});

describe("reports", () => {
  test("hard pages are listed, short ones are not judged", () => {
    const { checked: files } = checked((c) => {
      c[ARTICLE].body +=
        "\n\nNotwithstanding considerable administrative responsibilities, organizations occasionally necessitate comprehensive reauthorization of previously established institutional configurations, particularly whenever infrastructure modifications substantially influence hardware identification methodologies and corresponding activation documentation requirements.";
    });
    const { hard, all } = readingReport(files);
    expect(hard).toContain("1 of 1 pages above grade 9");
    expect(hard).toContain(ARTICLE);
    expect(hard).not.toContain("glossary/");
    expect(all).toMatch(/–  glossary\/digital-license\.yaml/);
  });

  test("addresses outside the site come with the day of their last check", () => {
    const { checked: files } = checked((c) => {
      c[ARTICLE].body += "\n\n[A](https://account.microsoft.com/devices)";
      c[GUIDE].reviewed = "2026-03-01";
      c[GUIDE].lead += " [B](https://account.microsoft.com/devices)";
    });
    const report = linkReport(files).split("\n");
    expect(report[0]).toContain("2. The day");
    expect(report[1]).toBe(
      "  2026-01-12  https://support.microsoft.com/windows  (facts/linking.yaml)",
    );
    expect(report[2]).toContain("2026-03-01  https://account.microsoft.com/devices");
  });
});
