import { ScriptSlot } from "@/components/layout/raw-html";
import type { GuideView } from "@/lib/progress/guide-view";
import { CheckIcon } from "./icons";

/** The chapters, the same for every reader, each with its progress. */
export function GuideChapters({ view }: { view: GuideView }) {
  if (view.chapters.length === 0) return null;
  return (
    <ol className="chapters needs-script no-print" aria-label="Chapters" data-chapters="">
      {view.chapters.map(({ id, title, state, text }) => (
        <li key={id} data-chapter={id} data-state={state}>
          <span className="chapter-name">
            <CheckIcon />
            <span id={`chapter-${id}`}>{title}</span>
            <ScriptSlot as="span" className="chapter-text" data-chapter-text="" text={text} />
          </span>
          <progress max={1} value={0} aria-labelledby={`chapter-${id}`} data-chapter-bar="" />
        </li>
      ))}
    </ol>
  );
}
