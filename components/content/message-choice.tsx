import type { Loaded } from "@/lib/content/load";
import type { Message } from "@/lib/schema/messages";
import { MessageText } from "./message-text";

const TONES: Record<Message["state"], string> = {
  linked: "text-ok",
  "not-linked": "text-warn",
  unclear: "text-muted",
  "not-activated": "text-bad",
  organization: "text-muted",
  temporary: "text-muted",
};

/** A message as a choice: its exact words, and a short explanation. */
export function MessageChoice({ message }: { message: Loaded<Message> }) {
  return (
    <a
      href={message.address}
      className="choice grid min-h-11 gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <span className="choice-words" translate="no">
        <MessageText message={message} />
      </span>
      <span
        className={`text-[0.95rem] font-semibold sm:max-w-[9.5rem] text-balance sm:text-end ${TONES[message.state]}`}
      >
        {message.verdict}
      </span>
    </a>
  );
}
