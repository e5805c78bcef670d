import { getMessage, getMessages } from "@/lib/content/pages";

/** The exact words of a message. What it adds to a shorter message is marked. */
export function MessageSaid({ id }: { id: string }) {
  const message = getMessage(id)?.message;
  if (!message) throw new Error(`No message “${id}”: run npm run content:check.`);
  const shorter = getMessages()
    .map(({ message }) => message)
    .filter((other) => message.startsWith(`${other} `))
    .sort((a, b) => b.length - a.length)[0];
  return (
    <q className="said" translate="no">
      {shorter ? (
        <>
          {shorter} <mark>{message.slice(shorter.length + 1)}</mark>
        </>
      ) : (
        message
      )}
    </q>
  );
}
