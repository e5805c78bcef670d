import { Fragment } from "react";
import { NOTE_TEXTS } from "@/components/content/grade";
import type { CitedFact } from "@/lib/content/facts";
import { longDay } from "@/lib/text/dates";

/** The text of a source's link: the end of its address, since titles change. */
export function linkText(link: string): string {
  const { hostname, pathname } = new URL(link);
  const end = pathname.split("/").filter(Boolean).at(-1) ?? "";
  const words = end.replace(/-[0-9a-f]{4,}(-[0-9a-f]{4,})+$/, "").replace(/\.[a-z]+$/, "");
  return words ? `${hostname} … ${words}` : hostname;
}

/**
 * The sources of a page, collapsed to one line. Its entries are also the notes that the marks behind claims open
 * in place (components/content/fact-mark.tsx): each is a popover, and a visible list item only while the line is
 * expanded or in a browser without popovers.
 */
export function Sources({ facts }: { facts: CitedFact[] }) {
  if (facts.length === 0) return null;
  const count = new Set(facts.flatMap(({ sources }) => sources.map((s) => s.link ?? s.publisher)))
    .size;
  const entries = [...new Map(facts.map((fact) => [fact.number, fact])).values()];
  const checked = facts.map((fact) => fact.checked).reduce((a, b) => (a > b ? a : b));
  return (
    <section aria-label="Sources" className="sources no-print">
      <details className="collapsible">
        <summary>
          {count === 1 ? "1 source" : `${count} sources`}, checked {longDay(checked)}
        </summary>
        <p className="text-[0.95rem] text-muted">
          {"\u2007\u00a0"}
          <span className="fact" aria-hidden="true" /> Microsoft says so.{"\u2007\u00a0"}
          <span className="fact fact-open" aria-hidden="true" /> Reported by others. We link to
          Microsoft and to standards; other publishers are named.
        </p>
      </details>
      <ol>
        {entries.map(({ number, grade, checked: day, sources }) => (
          // Few elements on purpose: a guide rests on some seventy facts.
          <li key={number} id={`source-${number}`} popover="auto" value={number} className="source">
            <b>{NOTE_TEXTS[grade]}</b> Checked {longDay(day)}.{" "}
            {sources.map(({ publisher, link }, index) => (
              <Fragment key={link ?? publisher}>
                {index > 0 ? "; " : null}
                {publisher}
                {link ? ": " : null}
                {link ? <a href={link}>{linkText(link)}</a> : null}
              </Fragment>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
