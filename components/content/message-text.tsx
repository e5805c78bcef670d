import type { Message } from "@/lib/schema/messages";

/** The sentence that {@link DECIDING_WORDS} would make the linked one. */
const SHORT_SENTENCE = "Windows is activated with a digital license";

/** The rest of the linked sentence, drawn as missing. Undefined for all other texts. */
export const missingWords = (text: string): string | undefined =>
  text === SHORT_SENTENCE ? DECIDING_WORDS : undefined;

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
