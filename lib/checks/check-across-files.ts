import { checkAdvice } from "./check-advice";
import type { CheckedFile } from "./validate-files";
import { checkAnswers, checkAsked } from "./check-answers";
import { checkCase } from "./check-case";
import { checkErrorCode } from "./check-error-code";
import { checkGuide } from "./check-guide";
import { checkWalk } from "./check-walk";
import { checkLinkFields } from "./check-links";
import { checkPhrases } from "./check-phrases";
import { checkPublishedSteps, checkPublishedStepsFile } from "./check-published-steps";
import { checkNames } from "./check-names";
import { checkMessagePicture, checkScreen, checkStepPictures } from "./check-screen";
import { checkSettingsPage } from "./check-settings-page";
import { checkPublishers, checkSourced } from "./check-sources";
import { checkText } from "./check-text";
import { checkUnfinished } from "./check-unfinished";
import { checkUnique } from "./check-unique";
import { checkWordings } from "./check-wordings";
import { ContentIndex } from "./content-index";
import type { Problem } from "./problem";

/** A rule for one file, which may look at the other files. */
type Rule = (file: CheckedFile, index: ContentIndex) => Problem[];

/** Rules for every file. */
const RULES: Rule[] = [
  checkUnique,
  checkNames,
  checkLinkFields,
  checkSourced,
  checkAdvice,
  checkUnfinished,
  checkPhrases,
  (file, index) => index.textsOf(file).flatMap((text) => checkText(file, text, index)),
];

/** Rules for one collection. */
const COLLECTION_RULES: Record<string, Rule[]> = {
  guides: [checkAsked, checkGuide, checkWalk, checkStepPictures, checkPublishedSteps],
  messages: [checkMessagePicture],
  screens: [checkScreen],
  errors: [checkErrorCode],
  cases: [checkCase],
  answers: [checkAnswers],
  articles: [checkAsked],
  facts: [checkPublishers],
  "settings-pages": [checkSettingsPage],
  "published-steps": [checkPublishedStepsFile],
  wordings: [checkWordings],
};

/** Checks what a schema cannot: links, ids, facts, titles, texts, questions of guides. One file per subject. */
export function checkAcrossFiles(files: readonly CheckedFile[]): Problem[] {
  const index = new ContentIndex(files);
  return files.flatMap((file) =>
    [...RULES, ...(COLLECTION_RULES[file.collection] ?? [])].flatMap((rule) => rule(file, index)),
  );
}
