import type { ReactNode } from "react";
import { JsonScript, ScriptSlot } from "@/components/layout/raw-html";
import { Text } from "@/components/content/text";
import type { CitedFact } from "@/lib/content/facts";
import { getGuideOutline } from "@/lib/content/guide-outline";
import type { Loaded } from "@/lib/content/load";
import { answeredText } from "@/lib/content/wording";
import { viewGuide, type GuideView as View } from "@/lib/progress/guide-view";
import { emptyGuideProgress } from "@/lib/progress/saved-progress";
import type { Guide, GuidePart } from "@/lib/schema/guides";
import { DEFAULT_WINDOWS } from "@/lib/windows/version";
import { GuideActions } from "./guide-actions";
import { GuideChapters } from "./guide-chapters";
import { GuideFinish } from "./guide-finish";
import { sayPlainly } from "./say-plainly";
import { StepCard } from "./step-card";

/**
 * A guide: head (`children`), chapters, steps, end. All of it is in the HTML and open without script. The initial
 * `data-shows` is for a reader who has not begun, computed by the same rules with which browser/guide/ goes on.
 */
export function GuideView({
  guide,
  facts,
  title,
  before,
}: {
  guide: Loaded<Guide>;
  facts: CitedFact[];
  /** Breadcrumbs and title. */
  title: ReactNode;
  /** What readers want to know before step 1. */
  before: ReactNode;
}) {
  const outline = getGuideOutline(guide);
  const view = viewGuide(outline, emptyGuideProgress(), DEFAULT_WINDOWS);
  const openings = firstOpenings(guide);
  return (
    <div className="guide" data-guide={guide.slug} data-guide-title={guide.shortTitle}>
      <JsonScript id="guide-outline" data={outline} />
      <GuideActions />
      {title}
      <div className="guide-summary">
        <ScriptSlot
          as="p"
          className="needs-script"
          role="status"
          data-summary=""
          // The same text as from the script for a reader who has not begun, so that nothing moves.
          text={view.summaryText}
        />
        <noscript>
          <p>
            JavaScript is off. You can tick steps, but the ticks are lost when you close this page.
          </p>
        </noscript>
        <p className="if-failed">
          A part of this page did not load. You can tick steps, but the ticks are lost when you
          close this page. Reload it to try again.
        </p>
        <div className="guide-tools needs-script no-print">
          <details className="print-menu pc-menu" data-pc-menu="" data-closes="">
            <summary className="quiet-button">
              <ScriptSlot as="span" data-pc-label="" text="This PC" />
            </summary>
            <ul>
              <li>
                <a href="/pcs">My PCs</a>
              </li>
            </ul>
          </details>
          <button type="button" className="quiet-button" data-beside="">
            Keep on top
          </button>
          <button type="button" className="quiet-button" data-show-all="" aria-pressed="false">
            Show all steps
          </button>
          <details className="print-menu" data-print-menu="" data-closes="">
            <summary className="quiet-button">Print</summary>
            <ul>
              <PrintChoices />
            </ul>
          </details>
        </div>
      </div>
      <GuideChapters view={view} />
      <div className="guide-before">{before}</div>
      <div className="guide-rest">
        {guide.parts.map((part, index) => (
          <PartView
            key={part.id}
            part={part}
            before={guide.parts[index - 1]}
            guide={guide}
            view={view}
            openings={openings}
            facts={facts}
          />
        ))}
        <GuideFinish guide={guide} facts={facts} />
        <Saving />
      </div>
    </div>
  );
}

/** The steps that open a page of Settings for the first time in the guide. */
function firstOpenings({ parts }: Guide): Set<string> {
  const steps = parts.flatMap((part) => part.steps);
  return new Set(
    steps
      .filter(
        ({ settings }, at) =>
          settings && steps.findIndex((step) => step.settings === settings) === at,
      )
      .map(({ id }) => id),
  );
}

function PartView({
  part,
  before,
  guide,
  view,
  openings,
  facts,
}: {
  part: GuidePart;
  before: GuidePart | undefined;
  guide: Guide;
  view: View;
  openings: Set<string>;
  facts: CitedFact[];
}) {
  const chapter = guide.chapters?.find(({ id }) => id === part.chapter);
  return (
    <section
      data-part={part.id}
      data-listed={view.parts.find(({ id }) => id === part.id)?.isListed ? "" : undefined}
      data-optional={part.optional ? "" : undefined}
      aria-labelledby={part.id}
      className="part"
    >
      <div className="part-head">
        <h2 id={part.id}>{part.title}</h2>
        <PartCondition part={part} before={before} guide={guide} />
        {part.when && !part.optional ? (
          <ScriptSlot
            as="button"
            type="button"
            hidden
            className="text-button no-print"
            data-part-show=""
            text="Add these steps to mine"
          />
        ) : null}
      </div>
      {part.intro ? (
        <div className="part-intro prose measure">
          <Text of={part.intro} facts={facts} />
        </div>
      ) : null}
      <ol>
        {part.steps.map((step) => (
          <StepCard
            key={step.id}
            step={step}
            chapter={chapter?.title ?? part.title}
            shown={view.steps[step.id]}
            total={view.total}
            isOpening={openings.has(step.id)}
            // The last verdict is the end of the guide, not a milestone on the way.
            moments={guide.verdicts
              .slice(0, -1)
              .flatMap(({ id, card, steps }) =>
                card && steps.at(-1) === step.id ? [{ id, card }] : [],
              )}
            facts={facts}
          />
        ))}
      </ol>
    </section>
  );
}

/** The menu at the top, and on phones the foot of the guide. */
function PrintChoices({ button = "" }: { button?: string }) {
  return (
    <>
      <li>
        <button type="button" className={button} data-print="way">
          My steps
        </button>
      </li>
      <li>
        <button type="button" className={button} data-print="all">
          Everything
        </button>
      </li>
      <li>
        <a href="/print/license-card">License card to fill in</a>
      </li>
      <li>
        <a href="/print/run-sheet">Run sheet for a repair</a>
      </li>
    </>
  );
}

/** Where progress is saved, and “Start over”. */
function Saving() {
  return (
    <div className="when-idle guide-saving needs-script no-print">
      <ScriptSlot as="p" role="status" data-saving="" text="Saved in this browser only." />
      <button type="button" className="text-button" data-reset="" disabled>
        Start over
      </button>
      <a href="/pcs">My PCs</a>
      <div className="print-foot">
        Print:
        <ul>
          <PrintChoices button="text-button" />
        </ul>
      </div>
      <label data-wake="" hidden>
        <input type="checkbox" /> Keep the screen on while this guide is open
      </label>
      <ScriptSlot as="div" data-recovery="" />
    </div>
  );
}

/** For whom a part is: the only guidance without script. With script, the answers decide. */
function PartCondition({
  part,
  before,
  guide,
}: {
  part: GuidePart;
  before: GuidePart | undefined;
  guide: Guide;
}) {
  if (!part.when) return null;
  const isSame = JSON.stringify(before?.when) === JSON.stringify(part.when);
  return (
    <p className="part-condition" data-part-condition="" data-same={isSame ? "" : undefined}>
      For readers who answered {answeredText(guide, part.when, sayPlainly)}.
    </p>
  );
}
