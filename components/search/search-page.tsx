import browser from "@/.generated/browser.json";
import { PageHead } from "@/components/layout/page-head";
import { PageScript } from "@/components/layout/page-script";
import { PageShell } from "@/components/layout/page-shell";
import { UNSAVED } from "@/components/layout/unsaved-form";
import { ExplainedCodeText } from "@/components/wordings/explained-code";
import { PastedAnswer } from "@/components/wordings/pasted-answer";
import { AnswerCard } from "./answer-card";
import { ResultFilters } from "./result-filters";
import { SafetyCard } from "./safety-card";
import { SearchForm } from "./search-form";
import { SearchResults } from "./search-results";
import { WaysOn } from "./ways-on";
import { isErrorCodeShaped, parseErrorCode } from "@/lib/errors/error-code";
import { answerSearch, type AskedSearch } from "@/lib/search/search-request";
import { getSiteIndex } from "@/lib/search/site-index";
import { countText, RESULTS_PER_PAGE, searchAddress } from "@/lib/search/wording";
import { FIXED_PAGES } from "@/lib/site/kinds";

/** The results as a page. `keyRemoved`: a product key was removed from the address. */
export function SearchPage({ asked, keyRemoved }: { asked: AskedSearch; keyRemoved: boolean }) {
  const { windows, kind, literal } = asked;
  const { answer, page } = answerSearch(getSiteIndex(), asked);
  const { query, results, total, suggestions } = answer;
  const isAsked = query.trim() !== "";
  const notACode = isErrorCodeShaped(query) && total === 0 && answer.unknownCodes.length === 0;
  return (
    <PageShell address="/search" differs windows={windows}>
      <PageHead trail={[FIXED_PAGES.search]} title={FIXED_PAGES.search.title} />
      <div className="mt-4 max-w-[46rem]">
        <SearchForm
          id="page-search"
          variant="page"
          query={query}
          windows={windows}
          describedBy={notACode ? "page-search-note" : undefined}
        />
        {keyRemoved ? (
          <p role="alert" className="note note-warn mt-3">
            That looked like a product key, so it was removed and not searched. This site never
            needs a key; keep it to yourself.
          </p>
        ) : null}
        {notACode ? (
          <p id="page-search-note" className="note note-warn mt-3">
            {parseErrorCode(query)
              ? "Is this an error code? Then write 0x before it."
              : "This looks like an error code, but it is not a whole one, or has a character too many: after 0x stand exactly eight, 0 to 9 and A to F. Compare it with your screen."}
          </p>
        ) : null}
        {answer.ignored ? (
          <p className="mt-2 text-[0.95rem] text-muted">
            The query was long: only the words that say most were searched. Left out: “
            {answer.ignored.slice(0, 120)}”{answer.ignored.length > 120 ? "…" : null}
          </p>
        ) : null}
      </div>
      <PageScript address={browser.assets["search-page"]} />
      <div data-search-answer={windows}>
        {answer.safety ? <SafetyCard /> : null}
        {answer.card ? <AnswerCard card={answer.card} /> : null}
        {isAsked ? (
          <>
            <p className="mt-6 font-semibold" role="status">
              {countText(answer, kind)}
              {page > 1 ? `, page ${page} of ${Math.ceil(total / RESULTS_PER_PAGE)}` : null}
            </p>
            <ResultFilters answer={answer} asked={asked} />
            <PastedAnswer answer={answer} />
            {answer.correctedTo ? (
              <p className="mt-1">
                Showing results for <strong>{answer.correctedTo}</strong>.{" "}
                <a href={searchAddress(query, windows, { kind, literal: true })}>
                  Search for “{answer.correctedFrom ?? query}” instead
                </a>
              </p>
            ) : null}
            {answer.unknownCodes.length > 0 ? (
              <p className="note mt-3 max-w-[46rem]">
                No page explains{" "}
                {answer.unknownCodes.map((code, index) => (
                  <span key={code}>
                    {index > 0 ? " or " : null}
                    <a href={`/errors/${code.toLowerCase()}`} translate="no">
                      {code}
                    </a>
                  </span>
                ))}{" "}
                yet.
              </p>
            ) : null}
            {answer.explained ? <ExplainedCodeText of={answer.explained} /> : null}
            {results.length > 0 ? (
              <SearchResults results={results} start={(page - 1) * RESULTS_PER_PAGE + 1} />
            ) : null}
            {total > RESULTS_PER_PAGE ? (
              <nav aria-label="More results" className="mt-4 flex gap-4">
                {page > 1 ? (
                  <a
                    className="button"
                    href={searchAddress(query, windows, { page: page - 1, kind, literal })}
                  >
                    Previous results
                  </a>
                ) : null}
                {page * RESULTS_PER_PAGE < total ? (
                  <a
                    className="button"
                    href={searchAddress(query, windows, { page: page + 1, kind, literal })}
                  >
                    More results
                  </a>
                ) : null}
              </nav>
            ) : null}
          </>
        ) : (
          <p className="mt-6 text-muted">
            Type a sentence from your screen, an error code, or a question in your own words.
          </p>
        )}
        {total === 0 || suggestions.codes.length > 0 ? (
          <WaysOn
            codes={suggestions.codes}
            spellings={suggestions.spellings}
            windows={windows}
            isAsked={isAsked}
          />
        ) : null}
      </div>
      <div className="needs-script no-print mt-12 border-t border-line pt-4 text-[0.95rem]">
        <label className="inline-flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            defaultChecked
            className="size-5"
            data-slash-setting=""
            form={UNSAVED}
          />
          <span>
            <kbd>/</kbd> opens the search
          </span>
        </label>
      </div>
    </PageShell>
  );
}
