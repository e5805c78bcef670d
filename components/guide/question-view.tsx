import { Text } from "@/components/content/text";
import type { CitedFact } from "@/lib/content/facts";
import type { GuideStep } from "@/lib/schema/guides";

/**
 * A question about the screen. In the HTML the choices are radios, which work without script, each with its
 * consequence; browser/guide/question.ts turns them into the buttons of the card.
 */
export function QuestionView({
  question,
  facts,
}: {
  question: NonNullable<GuideStep["question"]>;
  facts: CitedFact[];
}) {
  return (
    <fieldset className="question" data-question={question.id}>
      <legend>{question.ask}</legend>
      {question.answers.map(({ id, label, short, outcome, bad }) => (
        <div key={id} className="question-answer" data-answer={id} data-short={short}>
          <label className="choice-button">
            <input type="radio" name={question.id} value={id} />
            <span>
              <Text of={label} facts={facts} inline />
            </span>
          </label>
          {outcome ? (
            <div className="outcome prose" data-outcome="" data-bad={bad ? "" : undefined}>
              <Text of={outcome} facts={facts} />
            </div>
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}
