import type { ReactNode } from "react";
import type { AskedSearch } from "@/lib/search/search-request";
import type { SearchAnswer } from "@/lib/search/types";
import { searchAddress } from "@/lib/search/wording";
import { KINDS_TEXTS } from "@/lib/site/kind-tables";
import { PAGE_KINDS, type PageKind } from "@/lib/site/kinds";
import { WINDOWS_VERSIONS } from "@/lib/windows/version";

/** The results by kind of page and by Windows version, as plain links that keep the rest of the search. */
export function ResultFilters({
  answer: { query, counts },
  asked: { windows, kind, literal },
}: {
  answer: SearchAnswer;
  asked: AskedSearch;
}) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  const kinds = PAGE_KINDS.filter((each) => counts[each] || each === kind);
  const addressOf = (of: { windows?: string; kind?: PageKind }) =>
    searchAddress(query, of.windows ?? windows, { kind: of.kind, literal });
  return (
    <nav aria-label="Filter the results" className="mt-3 max-w-[54rem]">
      {/* One row on a phone, which scrolls: the first result has to be in the first screen. */}
      <ul
        data-scrolls=""
        className="flex gap-2 max-sm:overflow-x-auto max-sm:py-1 max-sm:whitespace-nowrap sm:flex-wrap sm:items-center"
      >
        {kinds.length > 1 || kind ? (
          <>
            <FilterLink address={addressOf({})} isChosen={!kind}>
              All {all}
            </FilterLink>
            {kinds.map((each) => (
              <FilterLink key={each} address={addressOf({ kind: each })} isChosen={each === kind}>
                {KINDS_TEXTS[each]} {counts[each] ?? 0}
              </FilterLink>
            ))}
          </>
        ) : null}
        <li className="self-center ps-2 text-[0.95rem] text-muted">Sorted for</li>
        {WINDOWS_VERSIONS.map((each) => (
          <FilterLink
            key={each}
            address={addressOf({ windows: each, kind })}
            isChosen={each === windows}
            isVersion
          >
            Windows {each}
          </FilterLink>
        ))}
      </ul>
    </nav>
  );
}

function FilterLink({
  address,
  isChosen,
  isVersion = false,
  children,
}: {
  address: string;
  isChosen: boolean;
  /** The link names a version of its own, which the script must not replace with the shown one. */
  isVersion?: boolean;
  children: ReactNode;
}) {
  return (
    <li>
      <a
        href={address}
        aria-current={isChosen ? "true" : undefined}
        className={`button button-small ${isChosen ? "button-primary" : ""}`}
        data-windows-link={isVersion ? "" : undefined}
      >
        {/* Not by color alone. */}
        {isChosen ? <span aria-hidden="true">✓</span> : null}
        <span>{children}</span>
      </a>
    </li>
  );
}
