import { Fragment } from "react";
import { GRADE_TEXTS } from "@/components/content/grade";
import type { CitedFact } from "@/lib/content/facts";
import { longDate } from "./footer";

/** Name of a source's link: what stands at the end of its address, since titles change. */
export function linkText(link: string): string {
  const { hostname, pathname } = new URL(link);
  const end = pathname.split("/").filter(Boolean).at(-1) ?? "";
  const words = end.replace(/-[0-9a-f]{4,}(-[0-9a-f]{4,})+$/, "").replace(/\.[a-z]+$/, "");
  return words ? `${hostname} … ${words}` : hostname;
}

/**
 * The sources of a page, claim by claim: grade, publisher, day checked. Only
 * Microsoft and standards are linked; others are named; key sellers are not.
 */
export function Sources({ facts }: { facts: CitedFact[] }) {
  if (facts.length === 0) return null;
  const count = new Set(facts.flatMap(({ sources }) => sources.map((s) => s.link ?? s.publisher)))
    .size;
  const entries = [...new Map(facts.map((fact) => [fact.number, fact])).values()];
  const grades = [...new Set(entries.map(({ grade }) => grade))];
  return (
    <section
      aria-labelledby="sources"
      className="when-idle mt-12 border-t border-line pt-6 text-[0.95rem]"
    >
      <h2 id="sources">How we know</h2>
      <p className="mt-2 max-w-prose text-muted">
        {facts.length === 1 ? "One claim" : `${facts.length} claims`} with{" "}
        {count === 1 ? "one source" : `${count} sources`}. We link to Microsoft and to standards.
        Other publishers are named, not linked.
        {grades.map((grade) => ` “${GRADE_TEXTS[grade].short}”: ${GRADE_TEXTS[grade].long}`)}
      </p>
      <ol className="mt-4 list-decimal gap-x-14 ps-8 md:columns-2">
        {entries.map(({ number, grade, checked, sources }) => (
          // Few elements on purpose: a guide rests on some seventy facts.
          <li key={number} id={`source-${number}`} className="source">
            {GRADE_TEXTS[grade].short}, checked {longDate(checked)}.{" "}
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
