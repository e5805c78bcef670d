import browser from "@/.generated/browser.json";
import { Text } from "@/components/content/text";
import { PageHead } from "@/components/layout/page-head";
import { PageScript } from "@/components/layout/page-script";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { Related } from "@/components/layout/related";
import { Sources } from "@/components/layout/sources";
import {
  ChannelList,
  HiddenTexts,
  OutputReader,
  ReaderWords,
  StatusList,
} from "@/components/license-output/license-output-view";
import { textDiffers } from "@/lib/content/differs";
import { factsCitedIn } from "@/lib/content/facts";
import { LICENSE_OUTPUT_PAGE as page } from "@/lib/content/fixed-pages";
import {
  getCases,
  getLanguages,
  getLicenseChannels,
  getMessages,
  reviewOf,
} from "@/lib/content/pages";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { licenseChannelsSchema } from "@/lib/schema/license-channels";
import { textsOf } from "@/lib/schema/texts";
import { trailOf } from "@/lib/site/kinds";

const trail = trailOf("case", page);

export const metadata = pageMetadata(page);

export default function LicenseOutputPage() {
  const content = getLicenseChannels();
  const texts = textsOf(licenseChannelsSchema, content).map(({ markdown }) => markdown);
  const facts = factsCitedIn(texts);
  return (
    <PageShell
      address={page.address}
      differs={texts.some(textDiffers)}
      review={reviewOf(getCases())}
    >
      <JsonScript type="application/ld+json" data={pageJson("TechArticle", page, trail)} />
      <PageHead trail={trail} title={page.title}>
        <p>
          The output names a channel: retail, OEM or volume. It is a hint about your license, not
          proof of what was bought, and it never says whether your account is linked.
        </p>
      </PageHead>
      <div className="max-w-[46rem]">
        <section aria-labelledby="get" className="prose mt-6">
          <h2 id="get">Get the output</h2>
          <ol>
            {content.steps.map((step) => (
              <li key={step}>
                <Text of={step} facts={facts} />
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="paste" className="mt-8">
          <h2 id="paste">Paste it here</h2>
          <OutputReader />
        </section>
        <section aria-labelledby="channels" className="mt-10">
          <h2 id="channels">The word before “channel”</h2>
          <ChannelList channels={content.channels} facts={facts} />
        </section>
        <section aria-labelledby="statuses" className="mt-10">
          <h2 id="statuses">The license status</h2>
          <StatusList statuses={content.statuses} facts={facts} />
        </section>
        <HiddenTexts name="note" texts={content.notes} facts={facts} />
        <HiddenTexts name="unreadable" texts={content.unreadable} facts={facts} />
        <ReaderWords
          languages={getLanguages()}
          messages={getMessages().map(({ address, message }) => ({ address, message }))}
        />
      </div>
      <Related
        addresses={["/guides/which-license", "/articles/oem-retail-volume", "/glossary/channel"]}
      />
      <Sources facts={facts} />
      <PageScript address={browser.assets["license-output"]} />
    </PageShell>
  );
}
