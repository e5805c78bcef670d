import { Fragment } from "react";
import { ScriptRoom } from "@/components/layout/raw-html";
import { getGuideOutline } from "@/lib/content/guide-outline";
import type { Loaded } from "@/lib/content/load";
import { stepTitle, summarize, summaryText } from "@/lib/progress/progress";
import { emptyGuideProgress } from "@/lib/progress/saved-progress";
import type { Guide } from "@/lib/schema/guides";
import { DEFAULT_WINDOWS } from "@/lib/windows/version";

/** Beside the steps: how far the reader is, in words and as a bar, and the list of steps. */
export function GuideRail({
  guide,
  numbers,
}: {
  guide: Loaded<Guide>;
  numbers: Map<string, number>;
}) {
  return (
    <aside
      className="guide-rest lg:sticky lg:top-20 lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:max-h-[calc(100vh-6rem)] lg:self-start lg:overflow-y-auto"
      aria-label="Your progress"
      tabIndex={-1}
    >
      <div className="no-print card p-4" data-summary="">
        <p className="font-semibold">Your progress</p>
        <ScriptRoom
          as="p"
          className="text-[0.95rem] needs-script"
          role="status"
          data-summary-text=""
          // What the script will say to whoever begins, so that nothing moves when it does.
          text={summaryText(
            summarize(getGuideOutline(guide), emptyGuideProgress(), DEFAULT_WINDOWS),
          )}
        />
        <progress
          className="needs-script mt-2 block"
          max={1}
          value={0}
          aria-label="Steps done or skipped"
          data-summary-bar=""
        />
        <ScriptRoom
          as="p"
          className="mt-2 text-[0.9rem] text-muted needs-script"
          role="status"
          data-saving=""
          text="Saved in this browser only."
        />
        <noscript>
          <p className="mt-2 text-[0.9rem] text-muted">
            JavaScript is off. You can tick steps, but the ticks are lost when you close this page.
          </p>
        </noscript>
        <p className="if-failed mt-2 text-[0.9rem] text-muted">
          A part of this page did not load. You can tick steps, but the ticks are lost when you
          close this page. Reload it to try again.
        </p>
        <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 needs-script no-print">
          <ScriptRoom
            as="a"
            href={`#${guide.parts[0]?.steps[0]?.id ?? ""}`}
            className="button button-primary grow"
            data-continue-here=""
            text="Begin with step 1"
          />
          <button
            type="button"
            className="text-button min-h-9 text-[0.95rem]"
            data-reset=""
            disabled
          >
            Start over
          </button>
        </div>
        <ScriptRoom as="div" className="mt-2 text-[0.95rem]" role="status" data-recovery="" />
      </div>
      <nav aria-label="Steps" className="mt-4 max-lg:hidden no-print">
        {guide.parts.map((part) => (
          <Fragment key={part.id}>
            <p className="rail-part" data-rail-part={part.id}>
              {part.title}
            </p>
            <ol className="rail-part" data-rail-part={part.id}>
              {part.steps.map((step) => (
                <li key={step.id}>
                  <ScriptRoom
                    as="a"
                    href={`#${step.id}`}
                    className="rail-item"
                    data-rail-step={step.id}
                    data-only={step.only}
                    text={stepTitle(numbers.get(step.id), step.title)}
                  />
                </li>
              ))}
            </ol>
          </Fragment>
        ))}
      </nav>
    </aside>
  );
}
