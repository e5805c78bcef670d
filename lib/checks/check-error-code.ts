import type { CheckedFile } from "./validate-files";
import type { ContentIndex } from "./content-index";
import type { ErrorCodeDocument } from "../schema/errors";
import type { Problem } from "./problem";

/** The order of the grades: a page must not sound more certain than its fact. Higher is more certain. */
const MEANING_RANK = { confirmed: 2, reported: 1, conflicting: 0 } as const;
const ADVICE_RANK = { confirmed: 2, reported: 1, derived: 0 } as const;

/** The code matches the file name, and neither grade is better than the fact's. */
export function checkErrorCode(file: CheckedFile, index: ContentIndex): Problem[] {
  const error = file.value as ErrorCodeDocument;
  const problems: Problem[] = [];
  const add = (field: string, message: string, remedy: string) =>
    problems.push({ file: file.file, field, message, remedy });

  if (error.code.toLowerCase() !== file.slug)
    add(
      "code",
      `the file name says “${file.slug}”, and the code is ${error.code}`,
      `Rename the file to ${error.code.toLowerCase()}.yaml, or mend the code.`,
    );
  const fact = index.facts.get(error.fact);
  if (!fact) return problems; // Reported by check-names.ts.
  if (MEANING_RANK[error.meaning.grade] > MEANING_RANK[fact.grade])
    add(
      "meaning.grade",
      `“${error.meaning.grade}” claims more than the fact ${fact.id}, which is ${fact.grade}`,
      `Write “${fact.grade}”, or give the fact a better source and grade first.`,
    );
  if (!fact.adviceGrade)
    add(
      "fact",
      `the fact ${fact.id} does not say how sure the advice is`,
      `Add “adviceGrade” to it in content/facts, or name the fact about this code.`,
    );
  else if (ADVICE_RANK[error.advice.grade] > ADVICE_RANK[fact.adviceGrade])
    add(
      "advice.grade",
      `“${error.advice.grade}” claims more than the fact ${fact.id}, whose advice is ${fact.adviceGrade}`,
      `Write “${fact.adviceGrade}”, or give the fact a better source and grade first.`,
    );
  return problems;
}
