import { SettingsPath } from "@/components/content/settings-path";
import { Text } from "@/components/content/text";
import { ScriptRoom } from "@/components/layout/raw-html";
import { ScreenPicture } from "@/components/screen/screen-picture";
import type { CitedFact } from "@/lib/content/facts";
import type { GuideStep } from "@/lib/schema/guides";
import { stepTitle } from "@/lib/progress/progress";
import { NEED_TEXTS } from "./needs";

/** `0.5` → “under a minute”, `2` → “about 2 minutes”. */
function minutesText(minutes: number): string {
  if (minutes < 1) return "under a minute";
  return minutes === 1 ? "about a minute" : `about ${minutes} minutes`;
}

/** “about 2 minutes. Needs: administrator, internet.” */
function effortText({ minutes, needs }: GuideStep): string {
  const words = needs.map((need) => NEED_TEXTS[need].short).join(", ");
  return words ? `${minutesText(minutes)}. Needs: ${words}.` : minutesText(minutes);
}

/** One step: tick, instructions, what you should see, and what to do when you see something else. */
export function StepView({
  step,
  number,
  facts,
}: {
  step: GuideStep;
  number: number;
  facts: CitedFact[];
}) {
  const { id, question } = step;
  return (
    <li
      id={id}
      className="step"
      data-step={id}
      data-only={step.only}
      data-revision-note={step.revisionNote}
    >
      <div className="step-head">
        <input
          type="checkbox"
          id={`done-${id}`}
          className="step-tick"
          data-tick=""
          autoComplete="off"
        />
        <h3 className="step-title">
          <ScriptRoom
            as="label"
            htmlFor={`done-${id}`}
            data-step-title=""
            text={stepTitle(number, step.title)}
          />
        </h3>
        <ScriptRoom as="p" className="step-state" data-step-state="" text={effortText(step)} />
      </div>
      <div className="step-body" data-step-body="">
        {step.warning ? (
          <div className="note note-warn prose">
            <p className="note-title">Before you do this</p>
            <Text of={step.warning} facts={facts} />
          </div>
        ) : null}
        {step.settings ? <SettingsPath to={step.settings} block /> : null}
        <div className="prose">
          <Text of={step.text} facts={facts} />
        </div>
        {step.picture ? <ScreenPicture {...step.picture} /> : null}
        {step.see ? (
          <div className="note note-ok prose">
            <p className="note-title">You should see</p>
            <Text of={step.see} facts={facts} />
          </div>
        ) : null}
        {question ? <QuestionView question={question} facts={facts} /> : null}
        {step.otherwise.length > 0 ? (
          <p className="otherwise-title">Something else on your screen?</p>
        ) : null}
        {step.otherwise.map(({ seen, then }) => (
          <details key={seen} className="fold otherwise prose">
            <summary>
              <Text of={seen} facts={facts} inline />
            </summary>
            <Text of={then} facts={facts} />
          </details>
        ))}
      </div>
    </li>
  );
}

/** A question about the screen. The answers are radios: what follows from one stands beside it. */
function QuestionView({
  question,
  facts,
}: {
  question: NonNullable<GuideStep["question"]>;
  facts: CitedFact[];
}) {
  return (
    <fieldset className="question" data-question={question.id}>
      <legend>{question.ask}</legend>
      {question.answers.map(({ id, label, outcome }) => (
        <div key={id} className="answer">
          <label>
            <input type="radio" name={question.id} value={id} autoComplete="off" />
            <Text of={label} facts={facts} inline />
          </label>
          {outcome ? (
            <div className="answer-outcome prose">
              <Text of={outcome} facts={facts} />
            </div>
          ) : null}
        </div>
      ))}
      <button
        type="button"
        hidden
        className="text-button mt-2 min-h-11 no-print"
        data-change-answer=""
      >
        Change the answer
      </button>
    </fieldset>
  );
}
