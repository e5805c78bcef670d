import { MessageChoice } from "@/components/content/message-choice";
import { SettingsPath } from "@/components/content/settings-path";
import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { SearchForm } from "@/components/search/search-form";
import { getMessages, reviewOf } from "@/lib/content/pages";
import { WHERE_TITLES } from "@/lib/content/wording";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { KINDS, trailOf } from "@/lib/site/kinds";
import { onlyVersion } from "@/lib/windows/version";
import type { Message } from "@/lib/schema/messages";

const page = {
  title: "What does your screen say?",
  description:
    "Every text about activation that Windows 10 and 11 show, what each means, whether it says “linked”, and what to do next.",
  address: KINDS.message.address,
};
const trail = trailOf("message");

export const metadata = pageMetadata(page);

export default function MessagesPage() {
  const messages = getMessages();
  return (
    <PageShell address={page.address} differs review={reviewOf(getMessages())}>
      <JsonScript type="application/ld+json" data={pageJson("CollectionPage", page, trail)} />
      <PageHead trail={trail} title={page.title}>
        <p>
          Open the Activation page, then choose the sentence that stands there. Compare it word by
          word: the end decides.
        </p>
      </PageHead>
      <div className="mt-6 max-w-[46rem] space-y-4">
        <SettingsPath to="activation" block labels="list" />
        <p>Or paste the sentence, in any language:</p>
        <SearchForm
          id="message-search"
          variant="page"
          label="The sentence on your screen"
          placeholder="Paste or type the sentence"
          windows="11"
        />
      </div>
      {(Object.keys(WHERE_TITLES) as Message["where"][]).map((where) => {
        const here = messages.filter((message) => message.where === where);
        return here.length > 0 ? (
          <section key={where} aria-labelledby={where} className="mt-10 max-w-[54rem]">
            <h2 id={where}>{WHERE_TITLES[where]}</h2>
            <ul className="mt-3 space-y-2">
              {here.map((message) => (
                <li key={message.slug} data-only={onlyVersion(message.windows)}>
                  <MessageChoice message={message} />
                </li>
              ))}
            </ul>
          </section>
        ) : null;
      })}
      <p className="mt-8 max-w-[46rem]">
        Is there a code such as <code translate="no">0xC004F211</code>? Then{" "}
        <a href="/errors">look the code up</a>. Is your sentence not here?{" "}
        <a href="/search">Search the whole site</a>.
      </p>
    </PageShell>
  );
}
