import { GRADE_TEXTS } from "@/components/content/grade";
import { longDay } from "@/lib/text/dates";
import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { linkText } from "@/components/layout/sources";
import { SOURCES_PAGE } from "@/lib/content/fixed-pages";
import { getArticles, reviewOf } from "@/lib/content/pages";
import { getSources, type PublisherEntry, type SourceEntry } from "@/lib/content/sources";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import type { ClaimGrade } from "@/lib/schema/fields";
import type { Publisher } from "@/lib/schema/publishers";

const trail = [SOURCES_PAGE];

export const metadata = pageMetadata(SOURCES_PAGE);

const GROUPS: { kind: Publisher["kind"]; title: string; text: string }[] = [
  { kind: "microsoft", title: "Microsoft", text: "Linked, page by page." },
  { kind: "standard", title: "Standards and references", text: "Linked, page by page." },
  {
    kind: "other",
    title: "Other publishers",
    text: "Named, not linked: evidence for our editors, not recommended reading.",
  },
  {
    kind: "unnamed",
    title: "Other sites",
    text: "Sellers of keys and pages about activators. Neither named nor linked; a claim that rests on them says so.",
  },
];

const GRADES: ClaimGrade[] = ["confirmed", "reported", "conflicting"];

/** The number of pages that are named; a list of all would be too long to be useful. */
const PAGES_SHOWN = 5;

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;

export default function SourcesPage() {
  const publishers = getSources();
  const sources = publishers.reduce((sum, publisher) => sum + publisher.sources, 0);
  return (
    <PageShell address={SOURCES_PAGE.address} review={reviewOf(getArticles())}>
      <JsonScript
        type="application/ld+json"
        data={pageJson("CollectionPage", SOURCES_PAGE, trail)}
      />
      <PageHead trail={trail} title={SOURCES_PAGE.title}>
        <p>
          This site rests on {counted(sources, "source")} of{" "}
          {counted(publishers.length, "publisher")}. Beside each stand the claims that rest on it,
          how sure they are, and the pages that use them.
        </p>
      </PageHead>
      <dl className="mt-5 max-w-[46rem] text-[0.95rem]">
        {GRADES.map((grade) => (
          <div key={grade}>
            <dt className="inline font-semibold">{GRADE_TEXTS[grade].short}:</dt>{" "}
            <dd className="inline text-muted">{GRADE_TEXTS[grade].long}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-[46rem] text-[0.95rem]">
        What earlier articles got wrong stands in{" "}
        <a href="/articles/corrections">the corrections</a>. How grades are given is told in{" "}
        <a href="/about">About Keylink</a>.
      </p>
      {GROUPS.map(({ kind, title, text }) => {
        const here = publishers.filter((publisher) => publisher.kind === kind);
        return here.length > 0 ? (
          <section key={kind} aria-labelledby={kind} className="mt-10 max-w-[60rem]">
            <h2 id={kind}>{title}</h2>
            <p className="mt-1 text-muted">{text}</p>
            {here.map((publisher) => (
              <PublisherSources key={publisher.publisher} publisher={publisher} />
            ))}
          </section>
        ) : null;
      })}
    </PageShell>
  );
}

function PublisherSources({
  publisher: { publisher, sources, entries },
}: {
  publisher: PublisherEntry;
}) {
  const linked = entries.some(({ link }) => link);
  return (
    <section className="mt-4 border-t border-line pt-3">
      <h3>
        {publisher}
        {sources > 1 ? (
          <span className="text-[0.95rem] font-normal text-muted">
            {" "}
            {counted(sources, linked ? "page" : "source")}
          </span>
        ) : null}
      </h3>
      {linked ? (
        <ul className="mt-1">
          {entries.map((entry) => (
            <li key={entry.link} className="py-1.5">
              <Entry entry={entry} />
            </li>
          ))}
        </ul>
      ) : (
        entries.map((entry) => <Entry key="all" entry={entry} />)
      )}
    </section>
  );
}

function Entry({ entry: { link, claims, grades, checked, pages } }: { entry: SourceEntry }) {
  const more = pages.length - PAGES_SHOWN;
  return (
    <>
      {link ? (
        <a href={link} className="[overflow-wrap:anywhere]">
          {linkText(link)}
        </a>
      ) : null}
      <p className="text-[0.95rem] text-muted">
        {`${counted(claims, "claim")} (${GRADES.flatMap((grade) =>
          grades[grade] ? `${GRADE_TEXTS[grade].short}: ${grades[grade]}` : [],
        ).join(", ")}), checked ${longDay(checked)}.`}
      </p>
      {pages.length > 0 ? (
        <p className="text-[0.95rem]">
          {"Cited in "}
          {pages.slice(0, PAGES_SHOWN).map(({ address, title }, index) => [
            index > 0 ? ", " : null,
            <a key={address} href={address} className="inline-block py-0.5">
              {title}
            </a>,
          ])}
          {more > 0 ? ` and ${more} more` : null}
        </p>
      ) : null}
    </>
  );
}
