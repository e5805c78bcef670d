import { Fragment } from "react";
import type { AnswerCard as Card } from "@/lib/search/types";
import { answerLine, READ_MORE } from "@/lib/search/wording";

/** The short answer to a query, before the results: question, answer, grade and the next step. */
export function AnswerCard({ card }: { card: Card }) {
  const { address, question, text = [], lead } = card;
  return (
    <section aria-labelledby="answer" className="card mt-5 max-w-[46rem] space-y-2 p-4 sm:p-5">
      <p className="text-[0.95rem] text-muted">{answerLine(card)}</p>
      <h2 id="answer" className="text-[1.125rem] leading-snug">
        <a href={address} className="inline-block py-1">
          {question}
        </a>
      </h2>
      <p>
        {text.map(({ text: words, label }, index) =>
          label ? (
            <b key={index} translate="no">
              {words}
            </b>
          ) : (
            <Fragment key={index}>{words}</Fragment>
          ),
        )}
      </p>
      <p>
        <a className="button button-small" href={lead?.to ?? address}>
          {lead?.label ?? READ_MORE}
        </a>
      </p>
    </section>
  );
}
