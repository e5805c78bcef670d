import { Text } from "@/components/content/text";
import type { PlacedAnswer } from "@/lib/content/answers";
import type { CitedFact } from "@/lib/content/facts";
import { answerAnchor } from "@/lib/schema/answers";
import { onlyVersion } from "@/lib/windows/version";

/**
 * Short answers to readers' questions, near the top of their page. They are <details> elements: the browser's own
 * search finds what is in a closed one, print opens all, and a link to an answer opens it, because the anchor is
 * inside.
 */
export function Answers({
  answers,
  facts,
  title = "In short",
  open = true,
}: {
  answers: PlacedAnswer[];
  facts: CitedFact[];
  title?: string;
  /** Whether the first one is open. */
  open?: boolean;
}) {
  const [first] = answers;
  if (!first) return null;
  const subjects = [...new Set(answers.map(({ subject }) => subject))];
  return (
    <section aria-labelledby="answers" className="answers">
      <h2 id="answers">{title}</h2>
      {answers.map((answer) => (
        <AnswerFold key={answer.id} answer={answer} facts={facts} open={open && answer === first} />
      ))}
      <p className="answers-more no-print">
        {subjects.map(({ address, title: subject }) => (
          <a key={address} href={address}>
            {subject}
          </a>
        ))}
      </p>
    </section>
  );
}

/** One question that expands to its answer. */
export function AnswerFold({
  answer: { id, question, answer, leads, windows },
  facts,
  open,
}: {
  answer: PlacedAnswer;
  facts: CitedFact[];
  open: boolean;
}) {
  const only = onlyVersion(windows);
  return (
    <details className="collapsible answer" open={open}>
      <summary>
        {question}
        {only ? <span className="text-[0.95rem] text-muted"> Windows {only} only</span> : null}
      </summary>
      <div id={answerAnchor(id)} className="prose">
        <Text of={answer} facts={facts} />
        {leads.length > 0 ? (
          <p className="answer-leads no-print">
            {leads.map(({ to, label }) => (
              <a key={to} href={to}>
                {label}
              </a>
            ))}
          </p>
        ) : null}
      </div>
    </details>
  );
}
