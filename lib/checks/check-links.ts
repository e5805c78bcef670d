import { headingsOf } from "../text/headings";
import type { CheckedFile } from "./validate-files";
import { draftProblem } from "./check-names";
import { readableText, type ContentIndex } from "./content-index";
import { answersInAddress, ANSWER_PARAMETER } from "../progress/answers-in-address";
import { outlineOf } from "../progress/guide-outline";
import { viewGuide } from "../progress/guide-view";
import { emptyGuideProgress, type GuideProgress } from "../progress/saved-progress";
import { addressOf } from "../site/kinds";
import { WINDOWS_VERSIONS } from "../windows/version";
import { answerAnchor, type AnswersFile } from "../schema/answers";
import type { Case } from "../schema/cases";
import type { ErrorCodeDocument, ErrorFamily } from "../schema/errors";
import type { Guide } from "../schema/guides";
import type { Message } from "../schema/messages";
import { unknownName, type Problem } from "./problem";
import { publisherOf } from "../schema/publishers";

/** The links in fields: related reading, exits of a guide, targets of answers. */
export function checkLinkFields(file: CheckedFile, index: ContentIndex): Problem[] {
  const related = (file.value.related as string[] | undefined) ?? [];
  const exits = (file.value.exits as { to: string }[] | undefined) ?? [];
  const cases = file.collection === "cases" ? (file.value as Case).answers : [];
  const answers = file.collection === "answers" ? (file.value as AnswersFile).answers : [];
  const action = file.collection === "messages" ? (file.value as Message).action : undefined;
  const next = file.collection === "error-families" ? (file.value as ErrorFamily).next : undefined;
  const ownNext =
    file.collection === "errors" ? (file.value as ErrorCodeDocument).advice.next : undefined;
  const channels = (file.value.channels as { next: { to: string }[] }[] | undefined) ?? [];
  return [
    ...related.flatMap((address, i) => checkAddress(file, `related[${i}]`, address, index)),
    ...checkRelated(file, related),
    ...exits.flatMap(({ to }, i) => checkAddress(file, `exits[${i}].to`, to, index)),
    ...(next ? checkAddress(file, "next.to", next.to, index) : []),
    ...(ownNext ? checkAddress(file, "advice.next.to", ownNext.to, index) : []),
    ...(action ? checkAddress(file, "action.to", action.to, index) : []),
    ...cases.flatMap(({ to }, i) => checkAddress(file, `answers[${i}].to`, to, index)),
    ...answers.flatMap(({ leads }, a) =>
      leads.flatMap(({ to }, i) => checkAddress(file, `answers[${a}].leads[${i}].to`, to, index)),
    ),
    ...channels.flatMap(({ next }, c) =>
      next.flatMap(({ to }, i) => checkAddress(file, `channels[${c}].next[${i}].to`, to, index)),
    ),
  ];
}

/** Related reading links to other pages, and to each only once. */
function checkRelated(file: CheckedFile, related: readonly string[]): Problem[] {
  const own = addressOf(file.collection, file.slug);
  const pages = related.map((address) => address.replace(/[?#].*$/, ""));
  return pages.flatMap((page, i) => {
    const isOwn = page === own;
    if (!isOwn && pages.indexOf(page) === i) return [];
    return [
      {
        file: file.file,
        field: `related[${i}]`,
        message: isOwn
          ? `the page is related to itself: “${page}”`
          : `“${page}” is listed already, as related[${pages.indexOf(page)}]`,
        remedy: "Name another page that helps next, or remove the entry.",
      },
    ];
  });
}

/** An address on this site leads to a published page, which has the anchor. */
export function checkAddress(
  file: CheckedFile,
  field: string,
  address: string,
  index: ContentIndex,
): Problem[] {
  const [page = "", anchor] = address.split("#");
  const [path = "", query] = page.split("?");
  if (index.draftAddresses.has(path))
    return file.value.draft ? [] : [draftProblem(file, field, `the page “${path}”`)];
  if (!index.addresses.has(path))
    return [
      unknownName(
        { file: file.file, field },
        { kind: "page", name: path, known: [...index.addresses.keys()], where: "this site" },
      ),
    ];
  if (query !== undefined) {
    const problems = checkBroughtAnswers(file, field, path, query, index);
    if (problems.length > 0 || anchor === undefined) return problems;
    return checkNextStep(file, field, address, index);
  }
  if (anchor === undefined) return [];
  const anchors = [
    ...anchorsOf(index.addresses.get(path)),
    ...index
      .answersOn(path)
      // The first lines of a page have no anchor.
      .filter(({ answer, page }) => answer !== undefined || page !== path)
      .map(({ id }) => answerAnchor(id)),
  ];
  if (anchors.includes(anchor)) return [];
  if (anchors.length === 0)
    return [
      {
        file: file.file,
        field,
        message: `the page “${path}” has no anchors to link to, and “#${anchor}” was found`,
        remedy: `Link to the page as a whole: write ${path}.`,
      },
    ];
  return [
    unknownName(
      { file: file.file, field },
      { kind: "anchor", name: anchor, known: anchors, where: path },
    ),
  ];
}

/** A link to a guide may contain answers (?answer=<question>.<answer>), if the guide has these questions and answers. */
function checkBroughtAnswers(
  file: CheckedFile,
  field: string,
  path: string,
  query: string,
  index: ContentIndex,
): Problem[] {
  const guide = index.addresses.get(path);
  const offered =
    guide?.collection === "guides"
      ? (guide.value as Guide).parts
          .flatMap(({ steps }) => steps.flatMap(({ question }) => question ?? []))
          .flatMap(({ id, answers }) => answers.map((answer) => `${id}.${answer.id}`))
      : [];
  return query.split("&").flatMap((part): Problem[] => {
    const [name, answer = ""] = part.split("=");
    if (name === ANSWER_PARAMETER && offered.includes(answer)) return [];
    return [
      unknownName(
        { file: file.file, field },
        { kind: "answer", name: answer || part, known: offered, where: path },
      ),
    ];
  });
}

/** A link with an answer names no step but the one that is next after it: the reader would land in the middle. */
function checkNextStep(
  file: CheckedFile,
  field: string,
  address: string,
  index: ContentIndex,
): Problem[] {
  const { pathname, search, hash } = new URL(address, "https://keylink.invalid");
  const guide = index.addresses.get(pathname);
  if (!guide) return [];
  const outline = outlineOf({ ...(guide.value as Guide), slug: guide.slug });
  const stamp = { n: 1, by: "", at: 0 };
  const progress: GuideProgress = emptyGuideProgress();
  for (const { step, question, answer } of answersInAddress(outline, search)) {
    progress.steps[step.id] = { ...stamp, state: "done", revision: step.revision };
    progress.answers[question] = { ...stamp, answer };
  }
  const next = WINDOWS_VERSIONS.map(
    (windows) => viewGuide(outline, progress, windows).current?.id ?? "",
  );
  if (next.every((id) => id === hash.slice(1))) return [];
  return [
    {
      file: file.file,
      field,
      message: `the link answers a question of the guide and leads to “${hash}”, but the next step is “${[...new Set(next)].join("” or “")}”`,
      remedy: `Write the address without “${hash}”: the guide opens the step that is next.`,
    },
  ];
}

/** The stable anchors of a page: headings of articles, parts and steps of guides. */
function anchorsOf(file: CheckedFile | undefined): string[] {
  if (file?.collection === "articles") {
    const text = readableText(file.value.body as string);
    return text ? [...headingsOf(text).values()].map(({ id }) => id) : [];
  }
  if (file?.collection === "guides")
    return (file.value as Guide).parts.flatMap(({ id, steps }) => [id, ...steps.map((s) => s.id)]);
  return [];
}

/** Hosts that readers may be sent to: Microsoft's own. */
export const LINKED_HOSTS = /(^|\.)(microsoft\.com|live\.com)$/;

/** A link in a text leads to a page of this site or to Microsoft, nowhere else. */
export function checkUrl(
  file: CheckedFile,
  field: string,
  url: string,
  index: ContentIndex,
): Problem[] {
  if (url.startsWith("/")) return checkAddress(file, field, url, index);
  if (isMicrosoft(url, index)) return [];
  return [
    {
      file: file.file,
      field,
      message: `expected a link to this site or to Microsoft, found “${url}”`,
      remedy:
        "Link to a page of this site (/…) or of Microsoft (https://…). Other sources belong into content/facts: name the fact with <Fact id=… />.",
    },
  ];
}

function isMicrosoft(url: string, index: ContentIndex): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol !== "https:" || !LINKED_HOSTS.test(hostname)) return false;
  // A forum on one of Microsoft's hosts is not Microsoft.
  const publisher = publisherOf(url, index.publishers);
  return !publisher || publisher.kind === "microsoft";
}
