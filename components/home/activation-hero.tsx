import { MessageText } from "@/components/content/message-text";
import { VerdictIcon } from "@/components/content/verdict-icon";
import { ScreenWindow } from "@/components/screen/screen-window";
import { getMessage } from "@/lib/content/pages";
import { getDrawings } from "@/lib/content/screens";
import type { DrawnElement } from "@/lib/screens/draw-screen";
import { onlyVersion } from "@/lib/windows/version";

/** The sentences that most readers meet, from good news to bad. */
const CHOICES = [
  "digital-license-linked",
  "digital-license",
  "active",
  "organization",
  "not-activated",
];

/** What the window says before anything is chosen. */
const SHOWN_FIRST = "digital-license";

const messages = CHOICES.flatMap((slug) => getMessage(slug) ?? []);

/**
 * The drawn Activation page with each sentence in its place; app/screen.css shows the one that is
 * chosen in {@link SentenceChoice}.
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
 * “What does yours say?”: one choice for each sentence, and what it means as soon as it is chosen,
 * with the link that carries the answer on. Radios and CSS, so it needs no script; where CSS cannot
 * ask for the choice, all links stand open.
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
              <input type="radio" name="says" id={id} autoComplete="off" />
              <span translate="no">
                <MessageText message={message} />
              </span>
              {slug === SHOWN_FIRST ? <small>It ends there</small> : null}
              {slug === "active" ? <small>Nothing more</small> : null}
            </label>
            <div className="hero-verdict">
              <p>
                <VerdictIcon state={state} />
                <span>
                  <b>{verdict}.</b> {action?.note}
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
