import { notFound } from "next/navigation";
import { GradeBadge } from "@/components/content/grade";
import { SettingsPath } from "@/components/content/settings-path";
import { Text } from "@/components/content/text";
import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { Related } from "@/components/layout/related";
import { Sources } from "@/components/layout/sources";
import { MessageText } from "@/components/content/message-text";
import { KnownWordings } from "@/components/wordings/known-wordings";
import { documentDiffers } from "@/lib/content/differs";
import { citedFacts, getFact } from "@/lib/content/facts";
import { getErrorCode, errorTitle, getMessage, getMessages } from "@/lib/content/pages";
import { LINKED_TEXTS, WHERE_TITLES } from "@/lib/content/wording";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { onlyVersion } from "@/lib/windows/version";
import { OTHER_LANGUAGE_PAGE } from "@/lib/wordings/wording-text";

export const dynamicParams = false;

export const generateStaticParams = () => getMessages().map(({ slug }) => ({ slug }));

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const message = getMessage((await params).slug);
  return message ? pageMetadata(message) : {};
}

export default async function MessagePage({ params }: Props) {
  const message = getMessage((await params).slug);
  if (!message) notFound();
  const facts = citedFacts("messages", message);
  const linked = LINKED_TEXTS[message.linked];
  const only = onlyVersion(message.windows);
  const onPage = message.where === "activation-page" || message.where === "troubleshooter";
  const trail = [
    { address: "/messages", title: "What you see" },
    { address: message.address, title: message.verdict },
  ];
  return (
    <PageShell
      address={message.address}
      section="/messages"
      differs={onPage || documentDiffers("messages", message)}
      review={message}
    >
      <JsonScript type="application/ld+json" data={pageJson("TechArticle", message, trail)} />
      <PageHead trail={trail} title={message.title} />
      <div className="measure stack after-title">
        <figure className="card shown-text">
          <figcaption className="small">
            {WHERE_TITLES[message.where]}
            {only ? `, Windows ${only} only` : null}
          </figcaption>
          <blockquote translate="no">
            <MessageText message={message} />
          </blockquote>
          <p className="graded">
            <GradeBadge grade={getFact(message.fact).grade} />
            <span className="small">wording and meaning</span>
          </p>
        </figure>
        <div className={`note note-${linked.tone} prose`}>
          <p className="note-title">{linked.title}</p>
          <Text of={message.meaning} facts={facts} />
        </div>
        <section aria-labelledby="next" className="prose">
          <h2 id="next">What to do next</h2>
          <ol>
            {message.next.map((step) => (
              <li key={step}>
                <Text of={step} facts={facts} inline />
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="where" className="prose">
          <h2 id="where">Where it stands</h2>
          <Text of={message.whereText} facts={facts} />
          {onPage ? <SettingsPath to="activation" block labels="none" /> : null}
        </section>
        {message.lookAlikes.length > 0 ? (
          <section aria-labelledby="look-alikes">
            <h2 id="look-alikes">Easily taken for</h2>
            <ul className="mt-3 space-y-3">
              {message.lookAlikes.map((slug) => {
                const other = getMessage(slug);
                return other ? (
                  <li key={slug} className="border-s-4 border-line ps-4">
                    <a href={other.address} translate="no" className="font-semibold">
                      {other.message}
                    </a>
                    <p className="text-muted">{other.verdict}</p>
                  </li>
                ) : null;
              })}
            </ul>
          </section>
        ) : null}
        {message.errorCodes.length > 0 ? (
          <section aria-labelledby="codes">
            <h2 id="codes">Codes that come with it</h2>
            <ul className="mt-2">
              {message.errorCodes.map((code) => {
                const error = getErrorCode(code.toLowerCase());
                return error ? (
                  <li key={code}>
                    <a href={error.address} className="inline-block py-1 leading-snug">
                      {errorTitle(error)}
                    </a>
                  </li>
                ) : null;
              })}
            </ul>
          </section>
        ) : null}
        <section aria-labelledby="recognize" className="prose">
          <h2 id="recognize">If your Windows speaks another language</h2>
          <Text of={message.recognize} facts={facts} />
          <KnownWordings address={message.address} />
          <p>
            <a href={OTHER_LANGUAGE_PAGE} className="inline-block py-1">
              Other ways to know
            </a>
          </p>
        </section>
      </div>
      <Related addresses={message.related} />
      <Sources facts={facts} />
    </PageShell>
  );
}
