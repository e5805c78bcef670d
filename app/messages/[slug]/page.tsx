import { notFound } from "next/navigation";
import browser from "@/.generated/browser.json";
import { Answers } from "@/components/answers/answers";
import { MessageText } from "@/components/content/message-text";
import { SettingsPath } from "@/components/content/settings-path";
import { Text } from "@/components/content/text";
import { VerdictIcon } from "@/components/content/verdict-icon";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { Collapsible } from "@/components/layout/collapsible";
import { PageShell } from "@/components/layout/page-shell";
import { InlineStyle, JsonScript } from "@/components/layout/raw-html";
import { Related } from "@/components/layout/related";
import { Sheet } from "@/components/layout/sheet";
import { Sources } from "@/components/layout/sources";
import { ScreenPicture } from "@/components/screen/screen-picture";
import { KnownWordings } from "@/components/wordings/known-wordings";
import { getAnswersOn } from "@/lib/content/answers";
import { documentDiffers } from "@/lib/content/differs";
import { citedFacts } from "@/lib/content/facts";
import { actionNote } from "@/lib/content/guide-outline";
import { errorTitle, getErrorCode, getMessage, getMessages } from "@/lib/content/pages";
import { WHERE_TITLES } from "@/lib/content/wording";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { KINDS, trailOf } from "@/lib/site/kinds";
import { onlyVersion } from "@/lib/windows/version";
import { OTHER_LANGUAGE_PAGE } from "@/lib/wordings/wording-text";

export const dynamicParams = false;

export const generateStaticParams = () => getMessages().map(({ slug }) => ({ slug }));

const LONG_MESSAGE_CHARS = 160;

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const message = getMessage((await params).slug);
  return message ? pageMetadata(message) : {};
}

/** One text of the Activation page: the verdict once, the text as it is drawn, one thing to do; the rest is collapsed. */
export default async function MessagePage({ params }: Props) {
  const message = getMessage((await params).slug);
  if (!message) notFound();
  const facts = citedFacts("messages", message);
  const answers = getAnswersOn(message.address);
  const only = onlyVersion(message.windows);
  const onPage = message.where === "activation-page" || message.where === "troubleshooter";
  const trail = trailOf("message", { address: message.address, title: message.verdict });
  const { headline, picture, action, know } = message;
  const codes = message.errorCodes.flatMap((code) => getErrorCode(code.toLowerCase()) ?? []);
  const others = message.lookAlikes.flatMap((slug) => getMessage(slug) ?? []);
  // Below a long text, the action would be outside the first screen of a phone.
  const isLong = message.message.length > LONG_MESSAGE_CHARS;
  const act = action ? (
    <p className="verdict-act">
      <a href={action.to} className="button button-act">
        {action.label}
      </a>
      <span className="text-[0.95rem]">{actionNote(action)}</span>
    </p>
  ) : null;
  return (
    <PageShell
      address={message.address}
      differs={onPage || documentDiffers("messages", message)}
      review={message}
    >
      <JsonScript
        type="application/ld+json"
        data={pageJson(KINDS.message.schemaOrg, message, trail)}
      />
      <Breadcrumbs trail={trail} />
      <div className="verdict-title">
        <VerdictIcon state={message.state} />
        <h1>{headline}</h1>
      </div>
      <div className="verdict-page">
        <div>
          {isLong ? act : null}
          <p className="text-[0.95rem]">
            {WHERE_TITLES[message.where]}
            {only ? `, Windows ${only} only` : null}
            <span className="sr-only">
              : <q translate="no">{message.message}</q>
            </span>
          </p>
          {picture ? (
            <ScreenPicture {...picture} near />
          ) : (
            <blockquote translate="no">
              <MessageText message={message} />
            </blockquote>
          )}
          {isLong ? null : act}
        </div>
        {know.length > 0 ? (
          <ul className="card verdict-facts" aria-label="Good to know">
            {know.map(({ say, text }) => (
              <li key={say}>
                <b>{say}</b> <Text of={text} facts={facts} inline />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <Sheet />
      <div className="measure collapsibles">
        <Answers answers={answers} facts={facts} open={false} />
        <Collapsible title="What it means">
          <Text of={message.meaning} facts={facts} />
        </Collapsible>
        <Collapsible title="What to do, in order">
          <ol>
            {message.next.map((step) => (
              <li key={step}>
                <Text of={step} facts={facts} inline />
              </li>
            ))}
          </ol>
        </Collapsible>
        <Collapsible title="Where you see it">
          <Text of={message.whereText} facts={facts} />
          {onPage ? <SettingsPath to="activation" block labels="none" /> : null}
        </Collapsible>
        {others.length > 0 ? (
          <Collapsible title="Don’t confuse it with">
            <ul>
              {others.map((other) => (
                <li key={other.slug}>
                  <a href={other.address} translate="no">
                    {other.message}
                  </a>{" "}
                  <span className="text-muted">{other.verdict}</span>
                </li>
              ))}
            </ul>
          </Collapsible>
        ) : null}
        {codes.length > 0 ? (
          <Collapsible title="Codes that come with it">
            <ul>
              {codes.map((code) => (
                <li key={code.slug}>
                  <a href={code.address}>{errorTitle(code)}</a>
                </li>
              ))}
            </ul>
          </Collapsible>
        ) : null}
        <Collapsible title="My Windows is in another language">
          <Text of={message.recognize} facts={facts} />
          <KnownWordings address={message.address} />
          <p>
            <a href={OTHER_LANGUAGE_PAGE}>Other ways to know</a>
          </p>
        </Collapsible>
      </div>
      <Related addresses={message.related} />
      <Sources facts={facts} />
      <InlineStyle css={browser.windowStyles} name={browser.windowStylesHash} />
    </PageShell>
  );
}
