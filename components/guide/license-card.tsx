import { Text } from "@/components/content/text";
import { Mark } from "@/components/layout/mark";
import { ScriptSlot } from "@/components/layout/raw-html";
import type { CitedFact } from "@/lib/content/facts";
import { CARD_EDITIONS, MAX_NAME_CHARS } from "@/lib/progress/license-card";
import type { VerdictCard } from "@/lib/schema/guides";
import { ArrowIcon, CheckIcon } from "./icons";
import { MessageSaid } from "./message-said";

/**
 * The License card: what is proved, and what the reader adds for later. Saved in the browser only
 * (browser/guide/license-card.ts); without script the printed form has lines to write on.
 */
export function LicenseCard({ card, facts }: { card: VerdictCard; facts: CitedFact[] }) {
  return (
    <article className="license-card" aria-labelledby="license-card-title" data-license-card="">
      <div className="license-card-top">
        <span className="license-card-tick">
          <CheckIcon />
        </span>
        <div>
          <h2 id="license-card-title" tabIndex={-1} data-finish-title="">
            {card.title}
          </h2>
          <Text of={card.reached} facts={facts} />
        </div>
      </div>
      <div className="license-card-said">
        <p>Activation state</p>
        <MessageSaid id={card.sentence} />
      </div>
      <ScriptSlot as="p" className="license-card-printed" data-card-printed="" />
      <div className="license-card-facts needs-script">
        <p>
          <label htmlFor="card-edition">Edition</label>
          <select id="card-edition" className="field" data-card="edition" defaultValue="">
            <option value="">Choose …</option>
            {Object.entries(CARD_EDITIONS).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </p>
        <p>
          <span>Sentence seen</span>
          <ScriptSlot as="span" className="license-card-value" data-card-seen="" />
        </p>
        <p>
          <label htmlFor="card-seen-by">Seen by</label>
          <input
            id="card-seen-by"
            className="field"
            type="text"
            autoComplete="off"
            spellCheck={false}
            maxLength={MAX_NAME_CHARS}
            placeholder="Me"
            data-card="seen-by"
          />
        </p>
        <div>
          <form data-card-account="">
            <label htmlFor="card-account">Account, to remember which</label>
            <span className="license-card-field">
              <input
                id="card-account"
                className="field"
                type="text"
                inputMode="email"
                autoComplete="off"
                spellCheck={false}
                placeholder="name@example.com"
                aria-describedby="card-account-note"
              />
              <button type="submit" className="button">
                Keep
              </button>
            </span>
          </form>
          <p className="license-card-value" data-card-hint-line="" hidden>
            <ScriptSlot as="span" data-card-hint="" />{" "}
            <button type="button" className="text-button" data-card-forget="">
              Change<span className="sr-only"> the account</span>
            </button>
          </p>
          <ScriptSlot
            as="p"
            id="card-account-note"
            className="license-card-note"
            role="status"
            data-card-note=""
            text="Only the first letter and what follows the @ are kept, in this browser. Never a password."
          />
        </div>
        <CardChoice id="recovery-key" legend="BitLocker recovery key kept?" />
        <CardChoice id="origin" legend="Did Windows come with this PC?" />
        <p>
          <span>Sign in to the account again</span>
          <ScriptSlot as="span" className="license-card-value" data-card-again="" />
        </p>
      </div>
      <p className="note note-warn license-card-warning" data-card-origin-note="" hidden>
        <b>A new board normally needs a new license</b>, even when linked. Before a repair, ask the
        maker whether it replaces the board under warranty and writes the license into it, and ask
        the shop who pays if not.
      </p>
      {card.keep ? (
        <details className="collapsible license-card-keep">
          <summary>What else to write down</summary>
          <div className="prose">
            <Text of={card.keep} facts={facts} />
          </div>
        </details>
      ) : null}
      <p className="license-card-foot">
        <Mark />
        License card. No password and no product key on it.
      </p>
      <p className="license-card-actions no-print">
        <a href="/print/license-card" className="button button-primary">
          Print the card
        </a>
        <a href="/pcs" className="button needs-script">
          Reminder, phone, other PCs
        </a>
        <a
          href="/guides/before-hardware-change?answer=link.linked-and-proved"
          className="button"
          data-card-next=""
        >
          Next: before you change hardware
          <ArrowIcon />
        </a>
      </p>
    </article>
  );
}

function CardChoice({ id, legend }: { id: "recovery-key" | "origin"; legend: string }) {
  return (
    <fieldset data-card={id}>
      <legend>{legend}</legend>
      <span className="card-choice">
        {(["yes", "no"] as const).map((value) => (
          <label key={value}>
            <input type="radio" name={`card-${id}`} value={value} />
            <span>{value === "yes" ? "Yes" : "No"}</span>
          </label>
        ))}
      </span>
    </fieldset>
  );
}
