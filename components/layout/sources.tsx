import { GradeBadge } from "@/components/content/grade";
import type { CitedFact } from "@/lib/content/facts";
import { longDate } from "./footer";

/** Name of a source's link: what stands at the end of its address, since titles change. */
function linkText(link: string): string {
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
  return (
    <section aria-labelledby="sources" className="mt-12 border-t border-line pt-6 text-[0.95rem]">
      <h2 id="sources">How we know</h2>
      <p className="mt-2 max-w-prose text-muted">
        {facts.length === 1 ? "One claim" : `${facts.length} claims`} with{" "}
        {count === 1 ? "one source" : `${count} sources`}. We link to Microsoft and to standards.
        Other publishers are named, not linked.
      </p>
      <ol className="mt-4 gap-x-12 md:columns-2">
        {facts.map(({ id, number, grade, checked, sources }) => (
          <li key={id} id={`fact-${id}`} className="source">
            <span className="source-number">{number}</span>
            <div className="min-w-0">
              <p className="text-muted">
                <GradeBadge grade={grade} /> checked {longDate(checked)}
              </p>
              <ul>
                {sources.map(({ publisher, link }) => (
                  <li key={link ?? publisher}>
                    {publisher}
                    {link ? (
                      <>
                        :{" "}
                        <a href={link} rel="noreferrer" className="[overflow-wrap:anywhere]">
                          {linkText(link)}
                        </a>
                      </>
                    ) : null}
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
