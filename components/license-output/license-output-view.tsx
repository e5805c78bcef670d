import { Text } from "@/components/content/text";
import { JsonScript, ScriptSlot } from "@/components/layout/raw-html";
import type { CitedFact } from "@/lib/content/facts";
import type { LicenseChannels } from "@/lib/schema/license-channels";
import type { Language } from "@/lib/wordings/language";
import type { MessageLink } from "@/lib/wordings/read-text";

type Channel = LicenseChannels["channels"][number];

/**
 * The field for pasted output. It has no name and belongs to no form, so no browser can send it. Without
 * browser/license-output.ts it is hidden: the lists below say the same.
 */
export function OutputReader() {
  return (
    <>
      <noscript>
        <p className="note mt-3">
          Reading the text for you needs a script, which your browser does not run. Find your words
          in the lists below: they say the same.
        </p>
      </noscript>
      <div data-license-output="" className="needs-script invisible mt-3 data-[live]:visible">
        <label htmlFor="license-output" className="font-semibold">
          The output
        </label>
        <p id="license-output-help" className="text-[0.95rem] text-muted">
          It is read in your browser and not sent. The characters of the key are not shown.
        </p>
        <textarea
          id="license-output"
          aria-describedby="license-output-help"
          rows={7}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="field mt-2 font-mono"
        />
        <p className="mt-2">
          <button type="button" className="button" data-output-clear="">
            Empty the field
          </button>
        </p>
        <ScriptSlot as="p" role="status" className="mt-3 font-semibold" data-output-summary="" />
        <ScriptSlot as="div" className="prose mt-3" data-output-result="" />
      </div>
    </>
  );
}

/** What each channel word proves, what it does not prove, and which guide comes next. */
export function ChannelList({ channels, facts }: { channels: Channel[]; facts: CitedFact[] }) {
  return (
    <ul className="mt-4 space-y-4">
      {channels.map(({ id, title, words, proves, open, next }) => (
        <li key={id} className="card px-5 py-4" data-channel={id}>
          <h3>
            <span data-entry-title="">{title}</span>
            {words.length > 0 ? (
              <span className="text-[0.95rem] font-normal text-muted">
                {" "}
                {words.map((word, index) => (
                  <span key={word}>
                    {index > 0 ? ", " : null}
                    <code translate="no">{word}</code>
                  </span>
                ))}
              </span>
            ) : null}
          </h3>
          <div className="prose mt-2" data-entry-body="">
            <p className="font-semibold">What it proves</p>
            <Text of={proves} facts={facts} />
            <p className="font-semibold">What it does not prove</p>
            <Text of={open} facts={facts} />
            <p className="font-semibold">What next</p>
            <ul>
              {next.map(({ label, to }) => (
                <li key={to}>
                  <a href={to} className="inline-block py-1">
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What each license status means. */
export function StatusList({
  statuses,
  facts,
}: {
  statuses: LicenseChannels["statuses"];
  facts: CitedFact[];
}) {
  return (
    <ul className="mt-3 space-y-3">
      {statuses.map(({ id, title, text }) => (
        <li key={id} data-status={id}>
          <h3 className="text-[1rem]" data-entry-title="">
            {title}
          </h3>
          <div className="prose" data-entry-body="">
            <Text of={text} facts={facts} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Texts that the script shows beside an output, or instead of one. */
export function HiddenTexts({
  name,
  texts,
  facts,
}: {
  name: "note" | "unreadable";
  texts: { id: string; title: string; text: string }[];
  facts: CitedFact[];
}) {
  return (
    <div hidden>
      {texts.map(({ id, title, text }) => (
        <div key={id} {...{ [`data-${name}`]: id }}>
          <p data-entry-title="">{title}</p>
          <div data-entry-body="">
            <Text of={text} facts={facts} />
          </div>
        </div>
      ))}
    </div>
  );
}

/** The data with which browser/license-output.ts reads pasted texts: wordings in other languages, and messages. */
export function ReaderWords({
  languages,
  messages,
}: {
  languages: Language[];
  messages: MessageLink[];
}) {
  return <JsonScript id="reader-words" data={{ languages, messages }} />;
}
