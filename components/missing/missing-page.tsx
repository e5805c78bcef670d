import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { AnswerCard } from "@/components/search/answer-card";
import { SearchForm } from "@/components/search/search-form";
import { SearchResults } from "@/components/search/search-results";
import { WaysOn } from "@/components/search/ways-on";
import { ExplainedCodeText } from "@/components/wordings/explained-code";
import { nearestPages } from "@/lib/content/nearest";
import { getCodeFacilities, getErrorCodes } from "@/lib/content/pages";
import { explainCode } from "@/lib/errors/code-facility";
import { describeErrorCode, nearestErrorCodes, parseErrorCode } from "@/lib/errors/error-code";
import { getSiteIndex } from "@/lib/search/site-index";
import { kindAt, trailOf } from "@/lib/site/kinds";
import { BASE_PATH } from "@/lib/site/site";
import type { Windows } from "@/lib/windows/version";

/** The page for an unknown address, with the nearest pages, or for an unknown error code. */
export function MissingPage({ address, windows }: { address: string; windows: Windows }) {
  const last = address.split("/").filter(Boolean).at(-1) ?? "";
  const code = parseErrorCode(last);
  return code ? (
    <UnknownCode address={address} code={code} windows={windows} />
  ) : (
    <UnknownAddress address={address} words={last} windows={windows} />
  );
}

function UnknownAddress({
  address,
  words,
  windows,
}: {
  address: string;
  words: string;
  windows: Windows;
}) {
  const query = words.replace(/[-_.+]+/g, " ").replace(/\b(html?|php|aspx?)$/i, "");
  const { card, results: found } = getSiteIndex().search(query, { windows, limit: 3 });
  const near = nearestPages(address, 3).map((page) => ({
    ...page,
    page: page.address,
    section: page.address,
    snippet: [{ text: page.description, marked: false }],
  }));
  const results = [
    ...near,
    ...found.filter(({ page }) => near.every(({ address }) => address !== page)),
  ].slice(0, 4);
  const part = kindAt(address);
  return (
    <PageShell address={address} windows={windows}>
      <PageHead trail={[{ address, title: "Not found" }]} title="There is no such page">
        <p>
          Nothing on Keylink has the address{" "}
          <code translate="no" className="[overflow-wrap:anywhere]">
            {BASE_PATH + (address || "/")}
          </code>
          . It may be mistyped.
        </p>
      </PageHead>
      <div className="mt-5 max-w-[46rem]">
        <SearchForm id="missing-search" variant="page" query={query} windows={windows} />
      </div>
      {card ? <AnswerCard card={card} /> : null}
      {results.length > 0 || part ? (
        <section aria-labelledby="nearest" className="mt-8">
          <h2 id="nearest">The nearest pages</h2>
          {results.length > 0 ? <SearchResults results={results} start={1} /> : null}
          {part ? (
            <p className="mt-3">
              All pages of this part: <a href={part.address}>{part.many}</a>
            </p>
          ) : null}
        </section>
      ) : null}
      <p className="mt-6">
        Or go <a href="/">to the home page</a>.
      </p>
      <WaysOn windows={windows} />
    </PageShell>
  );
}

/** E5: a well-formed code without a page, with what its number says. */
function UnknownCode({
  address,
  code,
  windows,
}: {
  address: string;
  code: string;
  windows: Windows;
}) {
  const description = describeErrorCode(code);
  const known = getErrorCodes().map((error) => error.code);
  const explained = explainCode(code, getCodeFacilities());
  return (
    <PageShell address={address} windows={windows}>
      <PageHead
        trail={trailOf("error", { address, title: code })}
        title={
          <>
            <span translate="no">{code}</span> is not explained here yet
          </>
        }
      >
        <p>
          The code has the right form, but no page of Keylink is about it. This is what its number
          says by itself.
        </p>
      </PageHead>
      {description ? (
        <dl className="mt-5 grid max-w-[46rem] grid-cols-[auto_1fr] gap-x-6 gap-y-1">
          <dt className="text-muted">Hexadecimal</dt>
          <dd translate="no">{description.hex}</dd>
          <dt className="text-muted">Decimal</dt>
          <dd translate="no">
            {description.unsigned} or {description.signed}
          </dd>
          <dt className="text-muted">Facility</dt>
          <dd>
            {description.facility.number}
            {description.facility.text ? ` (${description.facility.text})` : null}
          </dd>
          <dt className="text-muted">Severity</dt>
          <dd>{description.severity}</dd>
        </dl>
      ) : null}
      {explained ? <ExplainedCodeText of={explained} /> : null}
      <div className="mt-5 max-w-[46rem]">
        <SearchForm
          id="missing-search"
          variant="page"
          query={code}
          windows={windows}
          label="Error code"
        />
      </div>
      <WaysOn codes={nearestErrorCodes(code, known, 3)} windows={windows} />
      <p className="mt-6">
        Or go <a href="/">to the home page</a>.
      </p>
    </PageShell>
  );
}
