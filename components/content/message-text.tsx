import type { Message } from "@/lib/schema/messages";

/** The words by which the linked sentence differs from its look-alike. */
const DECIDING_WORDS = "linked to your Microsoft account";

/** The exact words of a message; in the linked sentence the deciding end is marked. */
export function MessageText({
  message: { message, linked },
}: {
  message: Pick<Message, "message" | "linked">;
}) {
  const start = linked === "yes" ? message.indexOf(DECIDING_WORDS) : -1;
  if (start < 0) return message;
  return (
    <>
      {message.slice(0, start)}
      <mark className="deciding">{DECIDING_WORDS}</mark>
      {message.slice(start + DECIDING_WORDS.length)}
    </>
  );
}
