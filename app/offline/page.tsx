import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { getErrorCodes, getGuides, getMessages, reviewOf } from "@/lib/content/pages";
import { pageMetadata } from "@/lib/metadata";
import { FIXED_PAGES, KINDS } from "@/lib/site/kinds";

const page = {
  ...FIXED_PAGES.offline,
  description: "What this device has of Keylink, and what to do without a connection.",
};

export const metadata = { ...pageMetadata(page), robots: { index: false } };

/** Shown for a page that is not on this device. Explains offline copies. */
export default function OfflinePage() {
  return (
    <PageShell address={page.address} review={reviewOf(getGuides())}>
      <PageHead trail={[page]} title={page.title}>
        <p>
          Once you have opened Keylink, its pages are kept on this device. They open without a
          connection, the search works, and your ticks are saved.
        </p>
      </PageHead>
      <div className="prose measure mt-6">
        <h2 id="guides">{KINDS.guide.many}</h2>
        <ul>
          {getGuides().map(({ address, title }) => (
            <li key={address}>
              <a href={address}>{title}</a>
            </li>
          ))}
        </ul>
        <h2 id="more">Look up</h2>
        <ul>
          <li>
            <a href={KINDS.message.address}>What your screen says</a>: all {getMessages().length}{" "}
            texts
          </li>
          <li>
            <a href={KINDS.error.address}>{KINDS.error.many}</a>: all {getErrorCodes().length}
          </li>
          <li>
            <a href={FIXED_PAGES.licenseOutput.address}>{FIXED_PAGES.licenseOutput.title}</a>
          </li>
          <li>
            <a href={KINDS.article.address}>{KINDS.article.many}</a> and{" "}
            <a href={KINDS.term.address}>the glossary</a>
          </li>
        </ul>
        <h2 id="needs">What needs a connection</h2>
        <p>
          Linking and activating: Windows talks to Microsoft. Links to Microsoft’s pages. To remove
          the copies, clear the site data of this address in your browser.
        </p>
      </div>
    </PageShell>
  );
}
