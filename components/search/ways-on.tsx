import { getErrorCode, errorTitle, getGuides } from "@/lib/content/pages";
import { searchAddress } from "@/lib/search/wording";

/** Where to go when nothing, or not the right thing, was found (S8). */
export function WaysOn({
  codes = [],
  spellings = [],
  windows,
  isAsked = true,
}: {
  codes?: string[];
  spellings?: string[];
  windows: string;
  /** Whether anything was searched. */
  isAsked?: boolean;
}) {
  const near = codes.flatMap((code) => getErrorCode(code.toLowerCase()) ?? []);
  return (
    <section aria-labelledby="ways-on" className="mt-8 max-w-[46rem]">
      <h2 id="ways-on">Other ways to find it</h2>
      <ul className="mt-2 list-disc space-y-1 ps-5 [&_a]:inline-block [&_a]:py-0.5">
        {spellings.length > 0 ? (
          <li>
            Did you mean{" "}
            {spellings.map((spelling, index) => (
              <span key={spelling}>
                {index > 0 ? ", " : null}
                <a href={searchAddress(spelling, windows)}>{spelling}</a>
              </span>
            ))}
            ?
          </li>
        ) : null}
        {near.map((error) => (
          <li key={error.code}>
            A code near yours: <a href={error.address}>{errorTitle(error)}</a>
          </li>
        ))}
        <li>
          <a href="/messages">Choose the sentence on your screen</a> from a list
        </li>
        <li>
          <a href="/errors">See all error codes</a>
        </li>
        {getGuides().map((guide) => (
          <li key={guide.slug}>
            Follow a guide: <a href={guide.address}>{guide.title}</a>
          </li>
        ))}
        {isAsked ? (
          <li>Try fewer words, or the words on your screen instead of your own.</li>
        ) : null}
      </ul>
    </section>
  );
}
