import { THEMES } from "@/lib/theme";
import { markdownAddress } from "@/lib/site/markdown-address";
import { absolute, reportLink } from "@/lib/site/site";
import { longDay } from "@/lib/text/dates";
import { UNSAVED } from "./unsaved-form";

/** Who compared the page with its sources, and when. */
export type Review = { reviewed: string; reviewedBy: string; updated: string };

const THEME_TITLES = { system: "As the system", light: "Light", dark: "Dark" } as const;

/** The link of “Report a mistake”, with what an editor needs to find the spot. */
const mistakeLink = (address: string, reviewed: string | undefined) =>
  reportLink(`Mistake on ${address}`, [
    `Page: ${absolute(address)}`,
    "Windows version shown: 11",
    `Reviewed: ${reviewed ?? "no date"}`,
    "",
    "What is wrong, and how do you know? (Please leave out product keys and personal data.)",
    "",
  ]);

/** The footer of every page: review, report, appearance, who we are. */
export function Footer({ address, review }: { address: string; review?: Review }) {
  const copy = markdownAddress(address);
  const report = mistakeLink(address, review?.reviewed);
  return (
    <footer className="when-idle mt-10 border-t border-line text-[0.95rem] text-muted">
      <div className="no-print wrap flex flex-wrap items-center justify-between gap-x-8 gap-y-2 pt-5">
        <nav aria-label="About this site" className="flex flex-wrap gap-x-6">
          {[
            ["/pcs", "My PCs"],
            ["/about", "About"],
            ["/privacy", "Privacy"],
            ["/topics", "Topics"],
            ["/sources", "Sources"],
            ["/articles/corrections", "Corrections"],
          ].map(([href, title]) => (
            <a key={href} href={href} className="inline-flex min-h-11 items-center">
              {title}
            </a>
          ))}
          {copy ? (
            <a className="inline-flex min-h-11 items-center" href={copy} data-copy-page="">
              Copy page as Markdown
            </a>
          ) : null}
          {report ? (
            <a className="inline-flex min-h-11 items-center" href={report} data-report="">
              Report a mistake
            </a>
          ) : null}
        </nav>
        <fieldset className="segments" data-theme-toggle="">
          <legend className="sr-only">Appearance</legend>
          {THEMES.map((theme) => (
            <label key={theme} htmlFor={`theme-${theme}`}>
              <input
                type="radio"
                name="theme"
                id={`theme-${theme}`}
                value={theme}
                defaultChecked={theme === "system"}
                form={UNSAVED}
              />
              {THEME_TITLES[theme]}
            </label>
          ))}
        </fieldset>
      </div>
      <div className="wrap pt-4 pb-8">
        {review ? (
          <p>
            Reviewed <time dateTime={review.reviewed}>{longDay(review.reviewed)}</time> by{" "}
            {review.reviewedBy}. Updated{" "}
            <time dateTime={review.updated}>{longDay(review.updated)}</time>.
          </p>
        ) : null}
        <p>Keylink is independent and not affiliated with Microsoft.</p>
        <p className="printed-address hidden print:block">{absolute(address)}</p>
      </div>
    </footer>
  );
}
