import { MessageText } from "@/components/content/message-text";
import { VerdictIcon } from "@/components/content/verdict-icon";
import { UNSAVED } from "@/components/layout/unsaved-form";
import { ScreenWindow } from "@/components/screen/screen-window";
import { actionNote } from "@/lib/content/guide-outline";
import { getMessage } from "@/lib/content/pages";
import { getDrawings } from "@/lib/content/screens";
import type { DrawnElement } from "@/lib/screens/draw-screen";
import { onlyVersion } from "@/lib/windows/version";

/** The sentences that most readers see, from good news to bad. */
const CHOICES = [
  "digital-license-linked",
  "digital-license",
  "active",
  "organization",
  "not-activated",
];

/** The window's text before anything is chosen. */
const SHOWN_FIRST = "digital-license";

const messages = CHOICES.flatMap((slug) => getMessage(slug) ?? []);

/**
 * The drawn Activation page with all sentences in place; app/home.css shows the one chosen in
 * {@link SentenceChoice}.
 */
export function ActivationHero() {
  return (
    <div className="screen" aria-hidden="true" translate="no">
      <div className="screen-looks">
        {getDrawings("activation-not-linked").map((drawn) => (
          <ScreenWindow
            key={drawn.windows}
            drawn={{ ...drawn, elements: withoutValue(drawn.elements) }}
            target="activation-state"
            look={drawn.windows}
            says={
              <span className="hero-says">
                {messages
                  .filter(({ slug }) => slug !== "active")
                  .map((message) => (
                    <span
                      key={message.slug}
                      data-says={message.slug}
                      data-first={message.slug === SHOWN_FIRST ? "" : undefined}
                    >
                      <MessageText message={message} />
                    </span>
                  ))}
              </span>
            }
          />
        ))}
      </div>
    </div>
  );
}

/** The short label at the end of the row would have to change with the sentence. */
function withoutValue(elements: DrawnElement[]): DrawnElement[] {
  return elements.map((element) =>
    element.id === "activation-state" ? { ...element, value: undefined } : element,
  );
}

/**
 * “What does yours say?”: a choice for each sentence, with its meaning and a link that passes the answer on.
 * Radios and CSS, so it needs no script; where CSS does not support that, all links are shown.
 */
export function SentenceChoice() {
  return (
    <ul>
      {messages.map((message) => {
        const { slug, state, verdict, action, address, windows } = message;
        const id = `says-${slug}`;
        return (
          <li
            key={slug}
            className="hero-choice"
            data-state={state}
            data-only={onlyVersion(windows)}
          >
            <label htmlFor={id}>
              <input type="radio" name="says" id={id} form={UNSAVED} />
              <span translate="no">
                <MessageText message={message} />
              </span>
              {slug === SHOWN_FIRST ? <small>The sentence ends here</small> : null}
              {slug === "active" ? <small>Only this word</small> : null}
            </label>
            <div className="hero-verdict">
              <p>
                <VerdictIcon state={state} />
                <span>
                  <b>{verdict}.</b> {action && actionNote(action)}
                </span>
              </p>
              <p>
                <a href={action?.to ?? address} className="button button-act">
                  {action?.label ?? "What this means"}
                </a>{" "}
                <a href={address} className="hero-more">
                  What it means
                </a>
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
