import "server-only";
import { getAnswersOn, getAnswerSubjects, type PlacedAnswer } from "@/lib/content/answers";
import { lastChanged } from "@/lib/content/changes";
import { citedFacts, factsCitedIn, type CitedFact } from "@/lib/content/facts";
import { LICENSE_OUTPUT_PAGE } from "@/lib/content/fixed-pages";
import {
  errorTitle,
  getArticles,
  getCases,
  getErrorAdvice,
  getErrorCodes,
  getGuides,
  getLicenseChannels,
  getLink,
  getMessage,
  getMessages,
  getPageLinks,
  getSettingsPage,
  getTerms,
  getTopics,
  reviewOf,
  type PageLink,
} from "@/lib/content/pages";
import {
  ACTION_TEXTS,
  answeredText,
  AUDIENCE_TEXTS,
  endCondition,
  endOfStepTitle,
  SIDE_TEXTS,
  WHERE_TITLES,
} from "@/lib/content/wording";
import type { AdviceGrade, ClaimGrade } from "@/lib/schema/fields";
import type { Guide, GuidePart, GuideStep } from "@/lib/schema/guides";
import { licenseChannelsSchema } from "@/lib/schema/license-channels";
import { textsOf } from "@/lib/schema/texts";
import { DOCUMENT_KINDS, KINDS, type DocumentKind } from "@/lib/site/kinds";
import { absolute, SITE_NAME } from "@/lib/site/site";
import { onlyVersion } from "@/lib/windows/version";
import { settingsLabels, writeLine, writePlain, writeText } from "./write-text";

/** The meaning of each grade, stated once per copy. */
export const GRADES: Record<ClaimGrade | AdviceGrade, string> = {
  confirmed: "confirmed by Microsoft",
  reported: "reported; no Microsoft page that says all of it was read",
  conflicting: "sources disagree",
  derived: "derived from the official meaning and from general steps",
};

/** The absolute address of a page, for Markdown. */
const link = (address: string, title = getLink(address).title) =>
  `[${writePlain(title)}](${absolute(address)})`;

/** Joins parts of a text with blank lines, without the empty ones. */
const blocks = (...parts: (string | undefined | false)[]) => parts.filter(Boolean).join("\n\n");
const bullets = (lines: string[]) => lines.map((line) => `- ${line}`).join("\n");
const numbered = (lines: string[]) => lines.map((line, i) => `${i + 1}. ${line}`).join("\n");
const section = (title: string, ...parts: (string | undefined | false)[]) => {
  const body = blocks(...parts);
  return body && blocks(`## ${title}`, body);
};

type Document = PageLink & { reviewed: string; reviewedBy: string; related: string[] };
type Written = { document: Document; title?: string; facts: CitedFact[]; body: string };

/** The address of a document, and what makes the content of its copy. */
type Copy = [address: string, write: () => Written];

function copiesOf<
  T extends Omit<Document, "kind"> & { address: string; facts: string[]; fact?: string },
>(
  kind: DocumentKind,
  documents: T[],
  body: (document: T, facts: CitedFact[]) => string,
  more: { title?: (document: T) => string; texts?: (document: T) => string[] } = {},
): Copy[] {
  return documents.map((document) => [
    document.address,
    () => {
      const facts = citedFacts(KINDS[kind].collection, document, more.texts?.(document));
      return {
        document: { ...document, kind },
        title: more.title?.(document),
        facts,
        body: blocks(body(document, facts), answersBlock(document.address, facts)),
      };
    },
  ]);
}

function answersBlock(address: string, facts: CitedFact[]): string {
  return section("Short answers", ...getAnswersOn(address).map((one) => answerBlock(one, facts)));
}

function answerBlock({ question, answer, windows, leads }: PlacedAnswer, facts: CitedFact[]) {
  const only = onlyVersion(windows);
  return blocks(
    `### ${writePlain(question)}${only ? ` (Windows ${only} only)` : ""}`,
    writeText(answer, { facts }),
    bullets(leads.map(({ to, label }) => link(to, label))),
  );
}

function partBlock(part: GuidePart, guide: Guide, facts: CitedFact[]): string {
  return section(
    part.title,
    part.when && `_For readers who answered ${answeredText(guide, part.when, writeLine)}._`,
    part.intro && writeText(part.intro, { facts }),
    ...part.steps.map((step) => stepBlock(step, facts)),
  );
}

function stepBlock(step: GuideStep, facts: CitedFact[]): string {
  const settings = step.settings ? getSettingsPage(step.settings) : undefined;
  const said = (markdown: string) => writeLine(markdown, { facts });
  return blocks(
    `### ${writePlain(step.title)}${step.only ? ` (Windows ${step.only} only)` : ""}`,
    step.warning && `> **Warning:** ${said(step.warning)}`,
    writeText(step.text, { facts }),
    settings &&
      `Where: **${settingsLabels(settings, "11")}** on Windows 11, **${settingsLabels(settings, "10")}** on Windows 10, or \`Win+R\`, \`${settings.uri}\`.`,
    step.see && `${endOfStepTitle(step)}: ${said(step.see)}`,
    step.question &&
      blocks(
        `**${step.question.ask}**`,
        bullets(
          step.question.answers.map(({ label, outcome }) =>
            outcome ? `${said(label)}: ${said(outcome)}` : said(label),
          ),
        ),
      ),
    step.otherwise.length > 0 &&
      blocks(
        "If you see something else:",
        bullets(step.otherwise.map(({ seen, then }) => `${said(seen)}: ${said(then)}`)),
      ),
    step.details && writeText(step.details, { facts }),
  );
}

const adviceTexts = (error: ReturnType<typeof getErrorCodes>[number]) => {
  const { first, steps, wait, buy, notThisIf } = getErrorAdvice(error);
  return [first, ...steps, wait ?? "", buy, ...notThisIf].filter(Boolean);
};

/** The copies of each kind of page. */
const COPIES: Record<DocumentKind, Copy[]> = {
  article: copiesOf("article", getArticles(), ({ body }, facts) => writeText(body, { facts })),
  guide: copiesOf("guide", getGuides(), (guide, facts) =>
    blocks(
      writeText(guide.lead, { facts }),
      guide.exits.length > 0 &&
        section("Not your situation?", bullets(guide.exits.map(({ text, to }) => link(to, text)))),
      ...guide.parts.map((part) => partBlock(part, guide, facts)),
      section(
        "When every step is done",
        "The first of these that fits is yours.",
        ...guide.verdicts
          .slice(-1)
          .flatMap(({ id, card }) =>
            card
              ? blocks(
                  `**${card.title}.** _${endCondition(guide, { verdict: id }, writeLine)}._`,
                  writeText(card.reached, { facts }),
                )
              : [],
          ),
        ...guide.ends.map(({ title, text, next, when, verdict }) =>
          blocks(
            `**${title}.** _${endCondition(guide, { when, verdict }, writeLine)}._`,
            writeText(text, { facts }),
            next && link(next),
          ),
        ),
      ),
    ),
  ),
  message: copiesOf("message", getMessages(), (message, facts) => {
    const said = (markdown: string) => writeLine(markdown, { facts });
    return blocks(
      `> ${writePlain(message.message)}`,
      `${WHERE_TITLES[message.where]}, Windows ${message.windows.join(" and ")}. ${said(message.whereText)}`,
      writeText(message.meaning, { facts }),
      section("What to do next", bullets(message.next.map(said))),
      section(
        "Good to know",
        bullets(message.know.map(({ say, text }) => `**${writePlain(say)}** ${said(text)}`)),
      ),
      section(
        "Do not confuse it with",
        bullets(
          message.lookAlikes.flatMap((slug) => {
            const other = getMessage(slug);
            return other
              ? `“${writePlain(other.message)}”: ${link(other.address, other.verdict)}`
              : [];
          }),
        ),
      ),
      section("In another language", writeText(message.recognize, { facts })),
    );
  }),
  error: copiesOf(
    "error",
    getErrorCodes(),
    (error, facts) => {
      const advice = getErrorAdvice(error);
      const said = (markdown: string) => writeLine(markdown, { facts });
      return blocks(
        error.audience === "volume" &&
          "Work or school PC? Ask your IT team: this code comes from an organization’s license.",
        writeText(error.meaning.text, { facts }),
        bullets([
          `What is at fault: ${SIDE_TEXTS[advice.side]}`,
          `Who sees it: ${AUDIENCE_TEXTS[error.audience]}, Windows ${error.windows.join(" and ")}`,
          `The meaning is ${GRADES[error.meaning.grade]}`,
          `The advice is ${GRADES[error.advice.grade]}`,
          ...(error.symbolicName ? [`Name for programmers: \`${error.symbolicName}\``] : []),
          ...(error.officialMessage
            ? [`In Microsoft’s words: “${writePlain(error.officialMessage)}”`]
            : []),
        ]),
        section(
          ACTION_TEXTS[advice.action],
          writeText(advice.first, { facts }),
          link(advice.next.to, advice.next.label),
        ),
        section("What to do, in order", numbered(advice.steps.map(said))),
        advice.wait && section("When to wait", writeText(advice.wait, { facts })),
        section("Do you need a new license?", writeText(advice.buy, { facts })),
        section("Not your case if", bullets(advice.notThisIf.map(said))),
      );
    },
    { title: errorTitle, texts: adviceTexts },
  ),
  term: copiesOf("term", getTerms(), ({ definition, more, synonyms }, facts) =>
    blocks(
      writeText(definition, { facts }),
      more && writeText(more, { facts }),
      synonyms.length > 0 && `Also called: ${synonyms.join(", ")}.`,
    ),
  ),
  topic: copiesOf("topic", getTopics(), ({ slug, text }, facts) =>
    blocks(
      writeText(text, { facts }),
      bullets(
        getPageLinks()
          .filter(({ topics }) => topics.includes(slug))
          .map(({ address, title }) => link(address, title)),
      ),
    ),
  ),
  answers: copiesOf("answers", getAnswerSubjects(), ({ lead }, facts) =>
    writeText(lead, { facts }),
  ),
  case: copiesOf("case", getCases(), ({ look, answers }, facts) =>
    blocks(
      writeText(look, { facts }),
      bullets(
        answers.map(({ label, note, to }) =>
          [
            `${writeLine(label)} → ${link(to, getLink(to.split("#")[0] ?? to).title)}`,
            ...(note ? [writeLine(note, { facts })] : []),
          ].join(". "),
        ),
      ),
    ),
  ),
};

const written = new Map(Object.values(COPIES).flat());

// The one page without a document that has a copy: its text is content/license-channels.yaml.
written.set(LICENSE_OUTPUT_PAGE.address, () => {
  const content = getLicenseChannels();
  const facts = factsCitedIn(
    textsOf(licenseChannelsSchema, content).map(({ markdown }) => markdown),
  );
  const part = ({ title, text }: { title: string; text: string }) =>
    blocks(`### ${writePlain(title)}`, writeText(text, { facts }));
  const review = reviewOf(getCases());
  if (!review) throw new Error("No cases: run npm run content:check.");
  return {
    document: {
      ...LICENSE_OUTPUT_PAGE,
      ...review,
      published: review.updated,
      kind: "case",
      topics: [],
      related: [],
    },
    facts,
    body: blocks(
      section("Get the output", numbered(content.steps.map((step) => writeText(step, { facts })))),
      section(
        "The word before “channel”",
        ...content.channels.map(({ title, words, proves, open, next }) =>
          blocks(
            `### ${writePlain(title)}`,
            words.length > 0 && words.map((word) => `\`${word}\``).join(", "),
            `What it proves: ${writeText(proves, { facts })}`,
            `What it does not prove: ${writeText(open, { facts })}`,
            bullets(next.map(({ label, to }) => link(to, label))),
          ),
        ),
      ),
      section("The license status", ...content.statuses.map(part)),
      section("Beside it", ...content.notes.map(part)),
      section("If nothing is recognized", ...content.unreadable.map(part)),
    ),
  };
});

/** What a machine needs in order to cite the page, before the text. */
function head({
  title,
  address,
  description,
}: Pick<PageLink, "title" | "address" | "description">) {
  return blocks(
    `# ${writePlain(title)}`,
    writePlain(description),
    `Source: <${absolute(address)}> (${SITE_NAME})`,
  );
}

/** The sources, as footnotes: grade, day of the check, publishers. */
const sourceNotes = (facts: CitedFact[]) =>
  [...new Map(facts.map((fact) => [fact.number, fact])).values()]
    .map(({ number, grade, checked, sources }) => {
      const named = sources.map(({ publisher, link: to }) =>
        to ? `${publisher}: <${to}>` : publisher,
      );
      return `[^${number}]: ${GRADES[grade]}; checked ${checked}. ${named.join("; ")}`;
    })
    .join("\n");

const LICENSE = "Text: CC BY 4.0. Cite it by its title, “Keylink” and the address above.";

/** The Markdown copy of a page, with the same text for both versions of Windows. Undefined if the page has none. */
export function getMarkdown(address: string): string | undefined {
  const made = written.get(address)?.();
  if (made) {
    const { document, title = document.title, facts, body } = made;
    return `${blocks(
      head({ ...document, title }),
      body,
      section("Read next", bullets(document.related.map((to) => link(to)))),
      "---",
      `Updated ${lastChanged(address)}. Compared with its sources ${document.reviewed} by ${document.reviewedBy}. ${LICENSE}`,
      sourceNotes(facts),
    )}\n`;
  }
  const list = DOCUMENT_KINDS.find((entry) => entry.address === address);
  if (!list) return undefined;
  const pages = getPageLinks().filter(({ kind }) => kind === list.kind);
  return `${blocks(
    head({ title: list.many, address, description: `All of them: ${pages.length}.` }),
    bullets(
      pages.map((page) => `${link(page.address, page.title)}: ${writePlain(page.description)}`),
    ),
    "---",
    `Updated ${lastChanged(address)}. ${LICENSE}`,
  )}\n`;
}

/** The pages with a copy: every document, and the lists. */
export const getMarkdownPages = (): string[] => [
  ...new Set([...DOCUMENT_KINDS.map(({ address }) => address), ...written.keys()]),
];

/** The file that assistants read first (https://llmstxt.org): what the site is, how to cite it, and its pages. */
export function getLlmsText(): string {
  const listed = (kind: PageLink["kind"]) =>
    section(
      KINDS[kind].many,
      bullets(
        [
          ...getPageLinks().filter((page) => page.kind === kind),
          ...(kind === "case" ? [LICENSE_OUTPUT_PAGE] : []),
        ].map(
          ({ address, title, description }) =>
            `[${writePlain(title)}](${absolute(`${address}.md`)}): ${writePlain(description)}`,
        ),
      ),
    );
  return `${blocks(
    `# ${SITE_NAME}`,
    "> How to link a Windows 10 or 11 license to a Microsoft account, prove that it is linked, and get Windows activated again after a hardware change. Independent of Microsoft.",
    "Every page is also there as Markdown under its address with `.md`. Each claim has a footnote: how sure it is (confirmed by Microsoft, reported, sources disagree), when it was checked, and who says so. Please cite the page’s address without `.md`, keep the grade (“reported” is not “confirmed”), and say whether it is about Windows 10 or 11. Text: CC BY 4.0.",
    bullets([
      `[All pages in one file](${absolute("/llms-full.txt")})`,
      `[JSON API](${absolute("/api/v1/openapi.json")}): error codes, messages, answers, search`,
      `[New and revised pages](${absolute("/feed.xml")}): Atom`,
    ]),
    ...DOCUMENT_KINDS.filter(({ kind }) => kind !== "error").map(({ kind }) => listed(kind)),
    // Last, because it is the longest, and codes can be looked up in the API.
    listed("error"),
  )}\n`;
}

/** All documents, one after the other. */
export const getFullText = (): string =>
  [...written.keys()].map((address) => scoped(getMarkdown(address) ?? "", address)).join("\n\n");

/** Footnotes are numbered per page; in one file, each needs a unique name. */
const scoped = (markdown: string, address: string) =>
  markdown.replace(/\[\^(\d+)\]/g, `[^${address.slice(1).replace(/\//g, "-")}-$1]`);
