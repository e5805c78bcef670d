import { Text } from "@/components/content/text";
import { ScriptSlot } from "@/components/layout/raw-html";
import { Sheet } from "@/components/layout/sheet";
import { ScreenPicture } from "@/components/screen/screen-picture";
import type { CitedFact } from "@/lib/content/facts";
import { endOfStepTitle, isSeenOnScreen } from "@/lib/content/wording";
import type { StepView } from "@/lib/progress/guide-view";
import type { GuideStep, VerdictCard } from "@/lib/schema/guides";
import { Of } from "./guide-actions";
import { ArrowIcon, CheckIcon } from "./icons";
import { MessageSaid } from "./message-said";
import { NEED_TEXTS } from "./needs";
import { OpenSettings } from "./open-settings";
import { QuestionView } from "./question-view";

/** `0.5` → “30 sec”, `2` → “2 min”: the line above the title must not wrap on a phone, or that title would move. */
const minutesText = (minutes: number): string =>
  minutes < 1 ? `${minutes * 60} sec` : `${minutes} min`;

/**
 * A step: a card while it is the current one, otherwise a line. Without script all cards are open, with only their
 * native ticks.
 */
export function StepCard({
  step,
  chapter,
  shown,
  total,
  isOpening,
  moments,
  facts,
}: {
  step: GuideStep;
  /** The title of its chapter. */
  chapter: string;
  /** Its view for a reader who has not begun. */
  shown: StepView | undefined;
  total: number;
  /** It opens a page of Settings for the first time, so its picture has the list in which that page is found. */
  isOpening: boolean;
  /** A milestone that is reached and celebrated once this step is done. */
  moments: { id: string; card: VerdictCard }[];
  facts: CitedFact[];
}) {
  const { id, question } = step;
  const isFirst = shown?.isCurrent === true;
  return (
    <li
      id={id}
      className="step"
      data-step={id}
      data-only={step.only}
      data-shows={shown?.shows}
      data-state="open"
      data-on-way={shown?.isOnWay ? "" : undefined}
      data-pictured={step.picture ? "" : undefined}
      aria-current={shown?.isCurrent ? "step" : undefined}
    >
      <div className="step-head">
        <input
          type="checkbox"
          id={`done-${id}`}
          className="step-tick"
          data-tick=""
          data-number={shown?.number}
          aria-describedby={`effort-${id}`}
        />
        <p className="step-place" id={`effort-${id}`}>
          <b>{chapter}</b>
          <ScriptSlot
            as="span"
            data-step-place=""
            text={shown?.number ? ` · Step ${shown.number} of ${total}` : ""}
          />
          {" · "}
          {minutesText(step.minutes)}
        </p>
        <h3 className="step-title" tabIndex={-1} data-step-title="">
          <label htmlFor={`done-${id}`}>{step.title}</label>
        </h3>
        <p className="step-said" data-step-said={step.done ?? ""} />
        <p className="step-state" data-step-state="" />
        <p className="step-actions no-print" data-step-actions="" />
      </div>
      <div className="step-told" data-step-told="">
        {moments.map(({ id, card }) => (
          <div key={id} className="moment" data-moment={id}>
            <p className="moment-title">
              <CheckIcon />
              {card.title}
            </p>
            <MessageSaid id={card.sentence} />
            <div className="sr-only">
              <Text of={card.reached} facts={facts} />
            </div>
          </div>
        ))}
      </div>
      {step.revisionNote ? (
        <p className="step-note note note-warn">
          This step has changed since you did it. {step.revisionNote}
        </p>
      ) : null}
      <div className="step-body" data-step-body="">
        <div className="step-say">
          {step.warning ? (
            <div className="note note-warn prose">
              <Text of={step.warning} facts={facts} />
            </div>
          ) : null}
          <div className="step-text prose">
            <Text of={step.text} facts={facts} />
          </div>
          {step.settings ? <OpenSettings to={step.settings} /> : null}
          {step.needs.length > 0 ? (
            <p className="step-needs">
              Needs: {step.needs.map((need) => NEED_TEXTS[need].short).join(", ")}
            </p>
          ) : null}
        </div>
        {/* All above is styled without it; the rest of the page is laid out once it is here. */}
        {isFirst ? <Sheet /> : null}
        {step.picture ? (
          <div className="step-picture no-print">
            <ScreenPicture {...step.picture} list={isOpening} />
            {step.nextPictures.length > 0 ? (
              <details className="collapsible">
                <summary>
                  {step.nextPictures.length === 1 ? "The next screen" : "The next screens"}
                </summary>
                {step.nextPictures.map((picture, i) => (
                  <ScreenPicture key={picture.screen} {...picture} number={i + 2} list={false} />
                ))}
              </details>
            ) : null}
          </div>
        ) : null}
        <div className="step-do">
          {step.see ? (
            <div className="step-see">
              <CheckIcon />
              <div className="prose">
                <p className="step-see-title">{endOfStepTitle(step)}</p>
                <Text of={step.see} facts={facts} />
              </div>
            </div>
          ) : null}
          {question ? (
            <QuestionView question={question} facts={facts} />
          ) : (
            <div className="step-next needs-script no-print">
              <p className="step-next-place" aria-hidden="true">
                <ScriptSlot as="span" data-step-place-short="" text={placeText(shown, total)} />
                <span>{chapter}</span>
              </p>
              <button type="button" className="button button-primary" data-next="">
                <ScriptSlot
                  as="span"
                  data-next-text=""
                  text={
                    step.confirm ??
                    (isSeenOnScreen(step) && step.see ? "I see this: next step" : "Done: next step")
                  }
                />
                <ArrowIcon />
              </button>
            </div>
          )}
          {step.otherwise.length > 0 ? (
            <details className="step-else">
              <summary className="quiet-button">I see something else</summary>
              <div className="step-others">
                {step.otherwise.map(({ seen, then, picture }) => (
                  <details key={seen} className="collapsible otherwise prose">
                    <summary>
                      <Text of={seen} facts={facts} inline />
                    </summary>
                    <Text of={then} facts={facts} />
                    {picture ? (
                      <div className="no-print">
                        <ScreenPicture {...picture} list={false} />
                      </div>
                    ) : null}
                  </details>
                ))}
                <p className="needs-script no-print">
                  <button type="button" className="text-button" data-ask="">
                    Paste or type what you see
                  </button>
                </p>
              </div>
            </details>
          ) : null}
          {step.details ? (
            <details className="collapsible step-why">
              <summary>Details</summary>
              <div className="prose">
                <Text of={step.details} facts={facts} />
              </div>
            </details>
          ) : null}
          <p className="step-skip needs-script no-print">
            <button type="button" className="text-button" data-skip="">
              Skip this step
              <Of />
            </button>
          </p>
        </div>
      </div>
    </li>
  );
}

const placeText = (shown: StepView | undefined, total: number) =>
  shown?.number ? `Step ${shown.number} of ${total}` : "";
