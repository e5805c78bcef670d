import { OTHER_LANGUAGE_PAGE } from "@/lib/wordings/wording-text";
import type { SearchAnswer } from "@/lib/search/types";

/** The answer to a query that is no question: a sentence in another language, or the output of a command. */
export function PastedAnswer({ answer: { language, output } }: { answer: SearchAnswer }) {
  if (output)
    return (
      <div className="note mt-3 max-w-[46rem]">
        <p className="strong">Output of a license command</p>
        <p>{output}</p>
        <p>
          <a href="/start/license-output">What it proves, and what it does not</a>
        </p>
      </div>
    );
  if (!language) return null;
  return (
    <div className="note mt-3 max-w-[46rem]" data-language-answer={language.lang ?? ""}>
      <p className="strong">{language.title}</p>
      <p>{language.text}</p>
      <p>
        {language.how === "known" ? null : (
          <>
            <a href="/messages">Compare it with all sentences</a> ·{" "}
          </>
        )}
        <a href={OTHER_LANGUAGE_PAGE}>Windows in another language</a>
      </p>
    </div>
  );
}
