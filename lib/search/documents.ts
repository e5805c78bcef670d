import "server-only";
import type { RootContent } from "mdast";
import { getAnswers, getAnswerSubjects, type PlacedAnswer } from "@/lib/content/answers";
import { getFact } from "@/lib/content/facts";
import { COMPARE_PAGE, LICENSE_OUTPUT_PAGE, SOURCES_PAGE } from "@/lib/content/fixed-pages";
import { inSentence } from "@/lib/content/wording";
import {
  errorTitle,
  getArticles,
  getCases,
  getErrorAdvice,
  getErrorCodes,
  getGuides,
  getLink,
  getLicenseChannels,
  getMessage,
  getMessages,
  getSettingsPage,
  getTerms,
  getTopics,
} from "@/lib/content/pages";
import { sectionsOf } from "@/lib/text/headings";
import { ANSWER_WORDS, answerAnchor } from "@/lib/schema/answers";
import {
  attributeOf,
  factsIn,
  isElement,
  parseText,
  plainText,
  type TextElement,
} from "@/lib/text/parse-text";
import type { DocumentKind } from "@/lib/site/kinds";
import type { Windows } from "@/lib/windows/version";
import type { AnswerSegment, AnswerText, SearchDocument } from "./types";

function settingsPath(slug: string, version: Windows): string {
  const page = getSettingsPage(slug);
  const path = version === "11" ? page?.path11 : page?.path10;
  return page ? ["Settings", ...(path ?? [page.page])].join(" › ") : "";
}

/** The text that readers see in place of a component, so that it can be found. */
function elementText(element: TextElement): string {
  const value = (name: string) => attributeOf(element, name) ?? "";
  switch (element.name) {
    case "SettingsPath":
      return settingsPath(value("to"), "11");
    case "Message":
      return inSentence(getMessage(value("id"))?.message ?? "");
    case "Keys":
      return value("press");
    case "EitherLabel":
      return `${value("one")} or ${value("other")}`;
    default:
      return "";
  }
}

/** A text for one version, with its labels, as a card shows it. The card has one grade for all its claims. */
function cardText(markdown: string, version: Windows): AnswerSegment[] {
  const segments: AnswerSegment[] = [];
  const add = (added: string, label = false) => {
    const last = segments.at(-1);
    if (last && Boolean(last.label) === label) last.text += added;
    else segments.push(label ? { text: added, label } : { text: added });
  };
  const write = (node: RootContent): void => {
    if (isElement(node)) {
      const { name } = node;
      if (name === "Only" && attributeOf(node, "windows") !== version) return;
      if (node.children.length === 0) {
        // Words on the screen, like those in bold.
        const isLabel = name !== "Fact" && name !== "Message";
        const words =
          name === "SettingsPath"
            ? settingsPath(attributeOf(node, "to") ?? "", version)
            : elementText(node);
        if (words) add(words, isLabel);
        return;
      }
    }
    if (node.type === "strong") add(plainText(node.children, elementText, version), true);
    else if ("children" in node) {
      if (["paragraph", "listItem"].includes(node.type)) add(" ");
      if (node.type === "listItem") add("• ");
      node.children.forEach(write);
    } else if (node.type === "break") add(" ");
    else if ("value" in node) add(node.value.replace(/\s+/g, " "));
  };
  parseText(markdown).children.forEach(write);
  return segments
    .map((segment) => ({ ...segment, text: segment.text.replace(/ +(?=[ .,;:])/g, "") }))
    .map((segment, i, all) => {
      const start = i === 0 ? segment.text.trimStart() : segment.text;
      return { ...segment, text: i === all.length - 1 ? start.trimEnd() : start };
    })
    .filter(({ text }) => text !== "");
}

const GRADES = ["conflicting", "reported", "confirmed"] as const;

/** The data that the card of an answer shows. */
function cardOf({ answer, leads }: PlacedAnswer): AnswerText {
  const grades = new Set(factsIn(answer).map((id) => getFact(id).grade));
  return {
    texts: { "10": cardText(answer, "10"), "11": cardText(answer, "11") },
    grade: GRADES.find((grade) => grades.has(grade)),
    lead: leads[0],
  };
}

const nodesText = (nodes: readonly RootContent[]) => plainText(nodes, elementText);
const text = (...markdowns: (string | undefined)[]) =>
  markdowns
    .filter((markdown) => markdown !== undefined)
    .map((markdown) => nodesText(parseText(markdown).children))
    .join(" ");

/** The length of the first of these briefs that is no longer than a short answer. */
function lengthOf(...briefs: string[]): Pick<SearchDocument, "brief"> {
  return { brief: briefs.find((brief) => brief.split(" ").length <= ANSWER_WORDS)?.length };
}

type PageFields = {
  address: string;
  title: string;
  description: string;
  questions: string[];
  words: string[];
};

/** The first section of a page, which carries the fields of the page as a whole. */
function firstSection(
  kind: SearchDocument["kind"],
  { address, title, description, questions, words }: PageFields,
  sectionText: string,
  more: Partial<SearchDocument> = {},
): SearchDocument {
  return {
    id: address,
    page: address,
    kind,
    title,
    text: sectionText,
    description,
    questions,
    words,
    ...more,
  };
}

function section(
  first: SearchDocument,
  anchor: string,
  heading: string,
  sectionText: string,
): SearchDocument {
  const { page, kind, title } = first;
  return { id: `${page}#${anchor}`, page, anchor, kind, title, heading, text: sectionText };
}

/**
 * A short answer as a section of its page. Its heading and its questions are what readers ask;
 * search-index.json keeps both, because they are compared with the query.
 */
function answerSection(placed: PlacedAnswer): SearchDocument {
  const { id, question, also, otherLanguages, answer, windows, isLead, page } = placed;
  const { kind, title } = getLink(page);
  return {
    id: `${page}#${answerAnchor(id)}`,
    page,
    anchor: isLead ? undefined : answerAnchor(id),
    kind: kind ?? "page",
    title,
    heading: question,
    text: text(answer),
    questions: [...also, ...Object.values(otherLanguages).flat()],
    windows: windows.length === 1 ? windows : undefined,
    answer: cardOf(placed),
  };
}

/** What each kind of page adds to the index. */
const DOCUMENTS: Record<DocumentKind, () => SearchDocument[]> = {
  guide: () =>
    getGuides().flatMap((guide) => {
      const lead = text(guide.lead);
      const first = firstSection("guide", guide, lead, lengthOf(lead));
      const steps = guide.parts.flatMap((part) =>
        part.steps.map((step): SearchDocument => ({
          ...section(
            first,
            step.id,
            step.title,
            text(
              step.warning,
              step.text,
              step.see,
              ...(step.question?.answers.flatMap(({ label, outcome }) => [label, outcome]) ?? []),
              ...step.otherwise.flatMap(({ seen, then }) => [seen, then]),
            ),
          ),
          windows: step.only && [step.only],
        })),
      );
      return [first, ...steps];
    }),
  article: () =>
    getArticles().flatMap((article) => {
      const [beginning, ...sections] = sectionsOf(parseText(article.body));
      const lead = nodesText(beginning?.nodes ?? []);
      const first = firstSection("article", article, lead, lengthOf(lead));
      return [
        first,
        ...sections.flatMap(({ heading, nodes }) =>
          heading ? section(first, heading.id, heading.title, nodesText(nodes)) : [],
        ),
      ];
    }),
  message: () =>
    getMessages().map((message) =>
      firstSection(
        "message",
        message,
        `${text(message.meaning, ...message.next, message.whereText)} ${inSentence(message.message)}.`,
        {
          ...lengthOf(text(message.meaning)),
          message: message.message,
          windows: message.windows.length === 1 ? message.windows : undefined,
        },
      ),
    ),
  error: () =>
    getErrorCodes().map((error) => {
      const { first, steps, wait } = getErrorAdvice(error);
      return firstSection(
        "error",
        { ...error, title: errorTitle(error) },
        `${text(error.meaning.text, first, ...steps, wait)} ${error.officialMessage ?? ""} ${error.symbolicName ?? ""}`.trim(),
        {
          ...lengthOf(text(error.meaning.text, first), text(error.meaning.text)),
          code: error.code,
          windows: error.windows.length === 1 ? error.windows : undefined,
        },
      );
    }),
  term: () =>
    getTerms().map((term) =>
      firstSection(
        "term",
        { ...term, words: [...term.words, ...term.synonyms] },
        text(term.definition, term.more),
        lengthOf(text(term.definition)),
      ),
    ),
  answers: () => [
    ...getAnswerSubjects().map((subject) =>
      firstSection(
        "answers",
        { ...subject, questions: [], words: [] },
        text(subject.lead),
        lengthOf(text(subject.lead)),
      ),
    ),
    ...getAnswers().map(answerSection),
  ],
  topic: () =>
    getTopics().map((topic) =>
      firstSection("topic", topic, text(topic.text), lengthOf(text(topic.text))),
    ),
  case: () =>
    getCases().map((question) =>
      firstSection(
        "case",
        question,
        text(question.look, ...question.answers.map(({ label }) => label)),
      ),
    ),
};

/** Every section of the site: one for each step, heading, message, code and term. */
export const getSearchDocuments = (): SearchDocument[] => [
  ...Object.values(DOCUMENTS).flatMap((documents) => documents()),
  firstSection(
    "page",
    LICENSE_OUTPUT_PAGE,
    text(
      ...getLicenseChannels().channels.flatMap(({ title, words, proves, open }) => [
        `${title}: ${words.join(", ")}.`,
        proves,
        open,
      ]),
    ),
  ),
  firstSection("page", COMPARE_PAGE, COMPARE_PAGE.description),
  firstSection("page", SOURCES_PAGE, SOURCES_PAGE.description),
];
