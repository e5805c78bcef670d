import { addressOf } from "../site/kinds";
import type { CheckedFile } from "./validate-files";
import { isSavedId } from "../progress/saved-progress";
import type { ContentIndex } from "./content-index";
import type { AnswersFile } from "../schema/answers";
import type { Fact } from "../schema/facts";
import { SLUG_PATTERN } from "../schema/fields";
import type { Problem } from "./problem";

/** Titles, descriptions, questions and fact ids are unique on the site; file names are valid in addresses. */
export function checkUnique(file: CheckedFile, index: ContentIndex): Problem[] {
  const { value } = file;
  const problems: Problem[] = [];
  const claim = (kind: string, field: string, name: unknown) => {
    if (typeof name !== "string") return;
    const first = index.claim(kind, name, file);
    if (first)
      problems.push({
        file: file.file,
        field,
        message: `the ${kind} “${name}” is also in content/${first.file}`,
        remedy: `Each ${kind} exists once on the whole site: change one of the two.`,
      });
  };
  if (addressOf(file.collection, file.slug) || file.collection === "settings-pages") {
    claim("title", "title", value.title);
    claim("description", "description", value.description);
  }
  for (const [i, question] of ((value.questions as string[] | undefined) ?? []).entries())
    claim("question", `questions[${i}]`, question);
  if (file.collection === "answers")
    for (const [i, answer] of (value as AnswersFile).answers.entries()) {
      const { id, question, also, otherLanguages } = answer;
      claim("answer id", `answers[${i}].id`, id);
      claim("question", `answers[${i}].question`, question);
      for (const [a, words] of also.entries()) claim("question", `answers[${i}].also[${a}]`, words);
      for (const [language, ways] of Object.entries(otherLanguages))
        for (const words of ways)
          claim("question", `answers[${i}].otherLanguages.${language}`, words);
    }
  if (file.collection === "facts")
    for (const [i, fact] of (value.facts as Fact[]).entries())
      claim("fact id", `facts[${i}].id`, fact.id);
  return [...problems, ...checkFileName(file)];
}

function checkFileName({ file, slug }: CheckedFile): Problem[] {
  if (SLUG_PATTERN.test(slug) && isSavedId(slug)) return [];
  return [
    {
      file,
      field: "file name",
      message: `the file name becomes the address, and “${slug}” does not fit one`,
      remedy:
        "Rename the file: lower-case letters, digits and single hyphens only, at most 80, like “product-key”.",
    },
  ];
}
