import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { FactMark } from "@/components/content/fact-mark";
import { Sources } from "@/components/layout/sources";
import { compareSteps, pathFor } from "@/lib/content/compare";
import { numberedFacts } from "@/lib/content/facts";
import { COMPARE_PAGE, comparePage } from "@/lib/content/fixed-pages";
import { getGuides, getSettingsPage, getSettingsPages, reviewOf } from "@/lib/content/pages";
import { getDrawings } from "@/lib/content/screens";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";

const trail = [COMPARE_PAGE];

export const metadata = pageMetadata(COMPARE_PAGE);

/** Where things are on Windows 10 and 11, from the same files that draw the guides (W11). */
export default function ComparePage() {
  const pages = getSettingsPages().filter(({ path10, path11 }) => path10 || path11);
  const facts = numberedFacts(pages.map(({ fact }) => fact));
  return (
    <PageShell address={COMPARE_PAGE.address} review={reviewOf(getGuides())}>
      <JsonScript type="application/ld+json" data={pageJson("TechArticle", COMPARE_PAGE, trail)} />
      <PageHead trail={trail} title={COMPARE_PAGE.title}>
        <p>
          The way to each page of Settings that a guide uses, and the steps of each guide side by
          side. What else differs:{" "}
          <a href="/articles/windows-10-and-11-differences">every place where the steps differ</a>.
        </p>
      </PageHead>
      <section aria-labelledby="settings" className="mt-10">
        <h2 id="settings">Pages of Settings</h2>
        <div className="wide-table prose mt-3" role="region" aria-label="Table" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Page</th>
                <th scope="col">Windows 11</th>
                <th scope="col">Windows 10</th>
              </tr>
            </thead>
            <tbody>
              {pages.map((page) => (
                <tr key={page.slug}>
                  <th scope="row">
                    {page.page}
                    {"\u2007\u00a0"}
                    <FactMark fact={facts.find(({ id }) => id === page.fact)} />
                    <span className="block font-normal text-muted">
                      {difference(pathFor(page, "11"), pathFor(page, "10"))}
                    </span>
                  </th>
                  <td translate="no">{pathFor(page, "11") ?? "Not known"}</td>
                  <td translate="no">{pathFor(page, "10") ?? "Not known"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section aria-labelledby="guides" className="mt-10">
        <h2 id="guides">Guides, step by step</h2>
        <ul className="mt-2 list-disc ps-5">
          {getGuides().map((guide) => {
            const steps = compareSteps(guide, {
              settingsPage: getSettingsPage,
              drawings: getDrawings,
            });
            const count = steps.filter(({ differences }) => differences.length > 0).length;
            return (
              <li key={guide.slug}>
                <a href={comparePage(guide).address} className="inline-block py-0.5">
                  {guide.title}
                </a>
                : {count === 0 ? "the same on both" : `${count} of ${steps.length} steps differ`}
              </li>
            );
          })}
        </ul>
      </section>
      <Sources facts={facts} />
    </PageShell>
  );
}

function difference(path11: string | undefined, path10: string | undefined): string {
  if (!path11 || !path10) return "Known for one version";
  return path11 === path10 ? "The same" : "Differs";
}
