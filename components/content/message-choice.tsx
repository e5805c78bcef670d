import type { Loaded } from "@/lib/content/load";
import type { Message } from "@/lib/schema/documents";
import { MessageText } from "./message-text";

const TONES: Record<Message["state"], string> = {
  linked: "text-ok",
  "not-linked": "text-warn",
  unclear: "text-muted",
  "not-activated": "text-bad",
  organization: "text-muted",
  temporary: "text-muted",
};

/** One message as a choice: its exact words, and in a few words what it means. */
export function MessageChoice({ message }: { message: Loaded<Message> }) {
  return (
    <a
      href={message.address}
      className="flex min-h-11 flex-wrap items-baseline gap-x-4 gap-y-1 rounded-lg border border-line bg-surface px-4 py-3 leading-snug text-ink no-underline hover:border-ink"
    >
      <span className="min-w-0 flex-[1_1_15rem] underline decoration-line underline-offset-4" translate="no">
        <MessageText message={message} />
      </span>
      <span className={`text-[0.95rem] font-semibold ${TONES[message.state]}`}>{message.verdict}</span>
    </a>
  );
}
