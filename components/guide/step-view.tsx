import { SettingsPath } from "@/components/content/settings-path";
import { Text } from "@/components/content/text";
import { ScriptRoom } from "@/components/layout/raw-html";
import { SettingsWindow } from "@/components/settings-window/settings-window";
import type { CitedFact } from "@/lib/content/facts";
import type { GuideStep } from "@/lib/schema/documents";
import { NEED_TEXTS } from "./needs";

/** `0.5` → “under a minute”, `2` → “about 2 minutes”. */
function minutesText(minutes: number): string {
  if (minutes < 1) return "under a minute";
  return minutes === 1 ? "about a minute" : `about ${minutes} minutes`;
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
      className="step scroll-mt-20"
      data-step={id}
      data-only={step.only}
      data-revision-note={step.revisionNote}
    >
      <div className="flex items-start gap-2 p-2 pe-4 sm:gap-3 sm:p-3 sm:pe-5">
        <input
          type="checkbox"
          id={`done-${id}`}
          className="step-tick"
          data-tick=""
          aria-labelledby={`title-${id}`}
          aria-describedby={`state-${id}`}
          autoComplete="off"
        />
        <div className="min-w-0 grow pt-2">
          <div className="step-head">
            <h3 className="step-title" id={`title-${id}`}>
              <label htmlFor={`done-${id}`}>
                <ScriptRoom as="span" data-step-number="" text={String(number)} />. {step.title}
              </label>
            </h3>
            <span className="step-minutes">{minutesText(step.minutes)}</span>
            <ScriptRoom as="p" id={`state-${id}`} className="step-state" data-step-state="" />
          </div>
        </div>
      </div>
      <div className="step-body space-y-4 px-4 pb-5 sm:ps-[4.25rem] sm:pe-6" data-step-body="">
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
        {step.settings ? <SettingsWindow to={step.settings} /> : null}
        {step.see ? (
          <div className="note note-ok prose">
            <p className="note-title">You should see</p>
            <Text of={step.see} facts={facts} />
          </div>
        ) : null}
        {question ? <QuestionView question={question} facts={facts} /> : null}
        {step.otherwise.length > 0 ? (
          <div>
            <p className="pb-2 font-semibold">Something else on your screen?</p>
            {step.otherwise.map(({ seen, then }) => (
              <details key={seen} className="fold otherwise" name={`otherwise-${id}`}>
                <summary>
                  <span>
                    <Text of={seen} facts={facts} inline />
                  </span>
                </summary>
                <div className="prose ps-5 pb-4">
                  <Text of={then} facts={facts} />
                </div>
              </details>
            ))}
          </div>
        ) : null}
        <div className="flex flex-wrap items-center justify-between gap-3">
          {step.needs.length > 0 ? (
            <p className="text-[0.9rem] text-muted">
              Needs: {step.needs.map((need) => NEED_TEXTS[need].short).join(", ")}.
            </p>
          ) : (
            <span />
          )}
          <button type="button" className="text-button min-h-9 needs-script no-print" data-skip="">
            Not for me
          </button>
        </div>
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
      <legend className="mb-2 font-semibold">{question.ask}</legend>
      <div className="space-y-2">
        {question.answers.map(({ id, label, outcome }) => {
          // With a word before it: “way-your-info” may well be the id of a part.
          const inputId = `answer-${question.id}-${id}`;
          return (
            <div key={id} className="answer rounded-xl border border-edge">
              <label htmlFor={inputId} className="flex min-h-11 items-start gap-3 px-4 py-2.5">
                <input
                  type="radio"
                  id={inputId}
                  name={question.id}
                  value={id}
                  className="mt-1.5 size-4 flex-none"
                  autoComplete="off"
                />
                <span>
                  <Text of={label} facts={facts} inline />
                </span>
              </label>
              {outcome ? (
                <div className="answer-outcome prose border-t border-line px-4 py-3 text-[1rem]">
                  <Text of={outcome} facts={facts} />
                </div>
              ) : null}
            </div>
          );
        })}
      </div>
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
