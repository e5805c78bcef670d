import { Fragment } from "react";
import type { SearchResult, TextSegment } from "@/lib/search/types";
import { ALSO_HERE, resultTitle } from "@/lib/search/wording";

/** Text with the matches of the query marked. Never HTML: the parts are text. */
function Marked({ segments }: { segments: TextSegment[] }) {
  return segments.map(({ text, marked }, index) =>
    marked ? <mark key={index}>{text}</mark> : <Fragment key={index}>{text}</Fragment>,
  );
}

/** The results of a search, best first. */
export function SearchResults({ results, start }: { results: SearchResult[]; start: number }) {
  return (
    <ol className="mt-4 max-w-[54rem]" start={start} data-results="">
      {results.map((result) => {
        const { address, page, snippet, windows, otherVersionOnly, exact, neighbors = [] } = result;
        const { above, title, within } = resultTitle(result);
        return (
          <li key={page} className="border-t border-line py-4">
            <p className="flex flex-wrap items-center gap-x-3 text-[0.95rem] text-muted">
              {exact ? <strong className="grade grade-confirmed">Exact match</strong> : null}
              <span>{above}</span>
              {windows ? (
                <span className={otherVersionOnly ? "grade grade-reported" : "grade"}>
                  Windows {windows} only
                </span>
              ) : null}
            </p>
            <a href={address} className="inline-block py-1 text-[1.125rem] font-semibold">
              {title}
              {within ? <span className="font-normal"> › {within}</span> : null}
            </a>
            <p className="max-w-[46rem]">
              <Marked segments={snippet} />
            </p>
            {neighbors.map((neighbor) => (
              <p key={neighbor.address} className="mt-2 text-[0.95rem] text-muted">
                {ALSO_HERE}{" "}
                <a href={neighbor.address} className="py-1" data-also="">
                  {neighbor.heading}
                </a>
              </p>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
