import search from "@/.generated/search.json";
import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { FIXED_PAGES } from "@/lib/site/kinds";

const page = {
  ...FIXED_PAGES.privacy,
  description:
    "What Keylink keeps, where, and how to delete it: ticks and choices stay in your browser, and no one else is asked for anything.",
};
const trail = [page];

const review = {
  reviewed: "2026-11-21",
  reviewedBy: "the Keylink editors",
  updated: "2026-11-21",
};

export const metadata = pageMetadata(page);

export default function PrivacyPage() {
  return (
    <PageShell address={page.address} review={review}>
      <JsonScript type="application/ld+json" data={pageJson("TechArticle", page, trail)} />
      <PageHead trail={trail} title={page.title}>
        <p>
          Your ticks stay in your browser. There is no account, no cookie, no tracker, and no
          request to anybody else.
        </p>
      </PageHead>
      <div className="prose mt-6 max-w-[46rem]">
        <h2 id="browser">What your browser keeps</h2>
        <p>
          This site stores these entries in your browser’s local storage. They are not sent, with
          one exception: Windows 10 or 11 stands in addresses as{" "}
          <code translate="no">windows=</code>.
        </p>
        <ul>
          <li>
            <code translate="no">keylink:progress</code>: the steps you ticked or skipped, your
            answers, and when; the names you gave your PCs, what you noted on a License card, and
            error codes that you typed to copy them for support. Of an account only the first letter
            and what follows the @ are kept.
          </li>
          <li>
            <code translate="no">keylink:continue</code>: where “Continue” leads, with the name of
            the PC if you have several.
          </li>
          <li>
            <code translate="no">keylink:windows</code>: Windows 10 or 11, if you chose one.
          </li>
          <li>
            <code translate="no">keylink:theme</code>: light or dark, if you chose one.
          </li>
          <li>
            <code translate="no">keylink:slash</code>: that the key / does not open the search, if
            you turned it off.
          </li>
          <li>
            <code translate="no">keylink:searches</code>: the last six searches that you followed
            from the search window. Nothing with an email address or a product key is kept. Empty
            the search field to see and delete them.
          </li>
        </ul>
        <p>
          A guide also notes the step you were reading in the memory of its tab, to lead you back
          after a reload. That note goes with the tab and is not sent.
        </p>
        <p>
          After your first visit your browser also keeps copies of this site’s own pages, for when
          there is no connection (<a href="/offline">what is there then</a>). They hold nothing of
          yours.
        </p>
        <p>
          To delete all of it, clear the site data of this address in your browser. In a private
          window it is gone when you close the window. Safari deletes it after seven days without a
          visit.
        </p>
        <h2 id="server">What the server sees</h2>
        <p>
          To send you a page, the server sees its address and your IP address, as every web server
          does. A search on <code translate="no">/search</code> has your words in its address.{" "}
          {search.mode === "server"
            ? "The search window that opens with a script sends your words to this server as you type them. What looks like the beginning of a product key is not sent."
            : "The search window that opens with a script looks things up in your browser, so these words are not sent, unless your browser takes longer than three seconds: then the window says so and asks this server. It fetches the texts of the results it shows, so the server sees which parts of the site you found."}{" "}
          Each question of <a href="/start">Which case am I?</a> is a page, so the address of the
          next one tells which answer you chose. What you paste into{" "}
          <a href="/start/license-output">the output of slmgr</a> is read in your browser and not
          sent.
        </p>
        <h2 id="keys">Product keys</h2>
        <p>
          Do not type a product key here: no page needs one. If the search field holds something
          that looks like a key, it is emptied and not sent.
        </p>
      </div>
    </PageShell>
  );
}
