import { GRADE_TEXTS, GradeBadge } from "@/components/content/grade";
import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { FIXED_PAGES } from "@/lib/site/kinds";
import { reportLink } from "@/lib/site/site";

const page = {
  ...FIXED_PAGES.about,
  description:
    "Who writes Keylink, how we know what we say, what the grades mean, and what we never do.",
};
const trail = [page];

const review = {
  reviewed: "2026-11-21",
  reviewedBy: "the Keylink editors",
  updated: "2026-11-21",
};

export const metadata = pageMetadata(page);

const GRADES = ["confirmed", "reported", "conflicting", "derived"] as const;

export default function AboutPage() {
  return (
    <PageShell address={page.address} review={review}>
      <JsonScript type="application/ld+json" data={pageJson("TechArticle", page, trail)} />
      <PageHead trail={trail} title={page.title}>
        <p>
          Keylink helps with one job: linking a Windows 10 or 11 license to a Microsoft account,
          proving that it is linked, and getting Windows activated again after a hardware change.
        </p>
      </PageHead>
      <div className="prose mt-6 max-w-[46rem]">
        <h2 id="independent">Independent</h2>
        <p>
          Keylink is not affiliated with Microsoft. It shows no ads, sells no keys and earns nothing
          from links.
        </p>
        <h2 id="how-we-know">How we know</h2>
        <p>
          Each claim rests on a fact with a grade, a source and the day on which the source was
          read. The mark behind a sentence opens it in place: a dot where Microsoft says so, an open
          circle where others do. Not every label was checked on a screen: where one is spelled in
          two ways, the page shows both.
        </p>
        <dl className="space-y-3">
          {GRADES.map((grade) => (
            <div key={grade}>
              <dt>
                <GradeBadge grade={grade} />
              </dt>
              <dd>{GRADE_TEXTS[grade].long}</dd>
            </div>
          ))}
        </dl>
        <h2 id="links">Where links lead</h2>
        <p>
          We link to Microsoft and to standards. Other publishers are named without a link. Key
          sellers and activator pages are never linked.
        </p>
        <h2 id="never">What we never ask for</h2>
        <p>
          We never ask for a product key, a password or a name. Type none into the search field. See{" "}
          <a href="/privacy">Privacy</a>.
        </p>
        <h2 id="mistakes">Mistakes</h2>
        <p>
          {reportLink("", [])
            ? "At the end of every page there is “Report a mistake”. "
            : "This copy of Keylink names no address for reports of mistakes. "}
          What was corrected is in <a href="/articles/corrections">Corrections</a>.
        </p>
      </div>
    </PageShell>
  );
}
