import { parseLicenseOutput, type LicenseOutput } from "@/lib/licenses/license-output";
import { findMessages } from "@/lib/search/messages";
import type { Language } from "./language";
import { licenseWords } from "./license-words";
import { matchWording, type WordingMatch } from "./match-wording";

/** A message page, as needed for reading pasted texts. */
export type MessageLink = { address: string; message: string };

/** What a pasted text is: the output of a command, a sentence of Windows, or one in another language. */
export type ReadText = {
  output: LicenseOutput;
  /** The message in it, in English. */
  message?: MessageLink;
  wording?: WordingMatch;
};

/** Recognizes any pasted text. All pages use this function, so that they give the same answer. Never throws. */
export function readText(
  text: string,
  { languages, messages }: { languages: readonly Language[]; messages: readonly MessageLink[] },
): ReadText {
  const output = parseLicenseOutput(text, licenseWords(languages));
  // Output that says more than a sentence could is not searched for one.
  if (output.readable || output.reason !== "not-recognized") return { output };
  const [found] = findMessages(
    text,
    messages.map(({ address, message }) => ({ id: address, message })),
  );
  const message = found?.how === "whole" && messages.find(({ address }) => address === found.id);
  // “License Status: Licensed or Notification?” is a line of output that was not read, for a reason.
  if (message && !message.message.startsWith("License Status:")) return { output, message };
  const wording = matchWording(text, languages);
  return { output, ...(wording && { wording }) };
}
