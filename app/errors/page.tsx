import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { UNSAVED } from "@/components/layout/unsaved-form";
import { SearchForm } from "@/components/search/search-form";
import { getErrorCodes, reviewOf } from "@/lib/content/pages";
import { AUDIENCE_TEXTS } from "@/lib/content/wording";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { KINDS, trailOf } from "@/lib/site/kinds";
import { onlyVersion } from "@/lib/windows/version";

const page = {
  title: KINDS.error.many,
  description:
    "Activation error codes of Windows 10 and 11 in plain words: what each means, whose side it is on, and what to try first.",
  address: KINDS.error.address,
};
const trail = trailOf("error");

export const metadata = pageMetadata(page);

/** The filter is radios and CSS (globals.css, “List of codes”), so it needs no script. */
const FILTERS = [
  { id: "all", title: "All codes" },
  { id: "home", title: "Home PCs" },
  { id: "volume", title: "Work and school" },
] as const;

export default function ErrorsPage() {
  const errors = getErrorCodes();
  return (
    <PageShell address={page.address} review={reviewOf(getErrorCodes())}>
      <JsonScript type="application/ld+json" data={pageJson("CollectionPage", page, trail)} />
      <PageHead trail={trail} title={page.title}>
        <p>
          Type the code as your screen shows it. Spaces, capitals and a missing 0x do not matter.
        </p>
      </PageHead>
      <div className="mt-5 max-w-[46rem]">
        <SearchForm
          id="error-search"
          variant="page"
          label="Error code"
          placeholder="0xC004F211"
          windows="11"
        />
      </div>
      <fieldset className="segments mt-6">
        <legend className="sr-only">Show codes for</legend>
        {FILTERS.map(({ id, title }) => (
          <label key={id} htmlFor={`codes-${id}`}>
            <input
              type="radio"
              name="codes"
              id={`codes-${id}`}
              defaultChecked={id === "all"}
              form={UNSAVED}
            />
            {title}
          </label>
        ))}
      </fieldset>
      <ul className="mt-4" data-code-list="">
        {errors.map(({ slug, address, code, title, audience, windows }) => (
          <li key={slug} data-audience={audience} className="border-t border-line">
            <a
              href={address}
              className="group grid min-h-11 gap-x-5 py-2.5 text-ink no-underline sm:grid-cols-[7.5rem_minmax(0,1fr)_auto]"
            >
              <code
                translate="no"
                className="justify-self-start border-0 bg-transparent px-0 font-semibold"
              >
                {code}
              </code>
              <span className="group-hover:underline">{title.replace(` (${code})`, "")}</span>
              <span className="text-[0.95rem] text-muted">
                {AUDIENCE_TEXTS[audience]}
                {onlyVersion(windows) ? `, Windows ${onlyVersion(windows)}` : null}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </PageShell>
  );
}
