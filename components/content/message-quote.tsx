import { getMessage } from "@/lib/content/pages";
import { inSentence } from "@/lib/content/wording";

/** The exact words of a message inside a sentence, linked to its page. */
export function MessageQuote({ id }: { id: string }) {
  const message = getMessage(id);
  if (!message) throw new Error(`No message “${id}”: run npm run content:check.`);
  return (
    <a href={message.address} className="font-semibold" translate="no">
      {inSentence(message.message)}
    </a>
  );
}
