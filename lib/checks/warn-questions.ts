import { stem } from "../search/stem";
import { fold } from "../text/fold";
import type { CheckedFile } from "./validate-files";
import type { Problem } from "./problem";

/** Words that can be replaced or left out without changing the question. */
const SAME_WITHOUT = new Set(
  (
    "a an and are as at be been by can could do does did for from get got had has have how i if in is it its me my " +
    "of on or our please should so that the their them there these they this to was way we were where will with " +
    "would you your windows pc microsoft"
  ).split(" "),
);

/** Words that change the question. */
const TURNS = new Set(["not", "no", "without", "never", "10", "11", "why", "after", "before"]);

/** The significant words of a question, as sorted stems. */
function questionWords(question: string): string[] {
  const words = fold(question.replace(/n['’]t\b/g, " not")).text.match(/[a-z0-9]+/g) ?? [];
  return [...new Set(words.filter((word) => !SAME_WITHOUT.has(word)).map(stem))].sort();
}

/**
 * Questions of two pages that ask the same: the same words in another order or with other small words, or one extra
 * word among five or more. check-unique.ts stops equal strings. Takes linear time.
 */
export function warnOfSameQuestions(files: readonly CheckedFile[]): Problem[] {
  type Asked = { file: string; field: string; question: string; words: string[] };
  const asked: Asked[] = files.flatMap(({ file, value }) =>
    ((value.questions as string[] | undefined) ?? []).map((question, i) => ({
      file,
      field: `questions[${i}]`,
      question,
      words: questionWords(question),
    })),
  );
  const byWords = new Map<string, Asked[]>();
  const problems: Problem[] = [];
  const flag = (later: Asked, earlier: Asked) => {
    if (
      later.file === earlier.file ||
      later.question.toLowerCase() === earlier.question.toLowerCase()
    )
      return;
    problems.push({
      file: later.file,
      field: later.field,
      message: `“${later.question}” asks the same as “${earlier.question}” in content/${earlier.file}`,
      remedy:
        "One page answers one question: remove it from the page that answers it less fully, or say in it what is different.",
    });
  };
  for (const question of asked) {
    if (question.words.length === 0) continue;
    const key = question.words.join(" ");
    const same = byWords.get(key);
    if (same?.[0]) flag(question, same[0]);
    byWords.set(key, [...(same ?? []), question]);
  }
  for (const question of asked) {
    if (question.words.length < 5) continue;
    for (const word of question.words) {
      if (TURNS.has(word)) continue;
      const shorter = byWords.get(question.words.filter((other) => other !== word).join(" "));
      if (shorter?.[0]) flag(question, shorter[0]);
    }
  }
  return problems;
}
