import type { ReactNode } from "react";
import { JsonScript, ScriptRoom } from "@/components/layout/raw-html";
import { Text } from "@/components/content/text";
import type { CitedFact } from "@/lib/content/facts";
import { getGuideOutline, numberedSteps } from "@/lib/content/guide-outline";
import type { Loaded } from "@/lib/content/load";
import type { Guide, GuidePart } from "@/lib/schema/guides";
import { parseText, plainText } from "@/lib/text/parse-text";
import { DEFAULT_WINDOWS } from "@/lib/windows/version";
import { GuideRail } from "./guide-rail";
import { StepView } from "./step-view";
import { GuideVerdicts } from "./guide-verdicts";

/**
 * The checklist of a guide below its head (`children`). Complete without script;
 * browser/guide.ts saves ticks and picks parts.
 */
export function GuideView({
  guide,
  facts,
  children,
}: {
  guide: Loaded<Guide>;
  facts: CitedFact[];
  children: ReactNode;
}) {
  const numbers = new Map(numberedSteps(guide).map(({ step, number }) => [step.id, number]));
  return (
    <div className="guide-columns" data-guide={guide.slug} data-guide-title={guide.shortTitle}>
      <JsonScript id="guide-outline" data={getGuideOutline(guide)} />
      <div>{children}</div>
      <GuideRail guide={guide} numbers={numbers} />
      <div className="guide-rest">
        {guide.parts.map((part) => (
          <section
            key={part.id}
            data-part={part.id}
            data-waits={part.when ? "" : undefined}
            aria-labelledby={part.id}
            className="part"
          >
            <div className="part-head">
              <h2 id={part.id}>{part.title}</h2>
              <PartCondition part={part} guide={guide} />
              {part.when ? (
                <ScriptRoom
                  as="button"
                  type="button"
                  hidden
                  className="text-button no-print"
                  data-part-show=""
                  text="Show these steps anyway"
                />
              ) : null}
            </div>
            <div className="part-body" data-part-body="">
              {part.intro ? (
                <div className="prose mb-4 max-w-[44rem]">
                  <Text of={part.intro} facts={facts} />
                </div>
              ) : null}
              <ol>
                {part.steps.map((step) => (
                  <StepView
                    key={step.id}
                    step={step}
                    number={numbers.get(step.id) ?? 0}
                    facts={facts}
                  />
                ))}
              </ol>
            </div>
          </section>
        ))}
        <GuideVerdicts guide={guide} facts={facts} />
      </div>
    </div>
  );
}

/** For whom a part is. Without script this is all that guides; the script says it for the answers given. */
function PartCondition({ part, guide }: { part: GuidePart; guide: Guide }) {
  if (!part.when) return null;
  const { question: id, answers } = part.when;
  const question = guide.parts
    .flatMap(({ steps }) => steps)
    .find(({ question }) => question?.id === id)?.question;
  const chosen = question?.answers.filter((answer) => answers.includes(answer.id)) ?? [];
  const labels = chosen.map(
    ({ label }) => `“${plainText(parseText(label).children, undefined, DEFAULT_WINDOWS)}”`,
  );
  return (
    <ScriptRoom
      as="p"
      className="part-condition"
      data-part-status=""
      text={`For readers who answered “${question?.ask}” with ${labels.join(" or ")}.`}
    />
  );
}
