import { expect, test } from "vitest";
import { looksLikeOutput } from "@/lib/licenses/looks-like-output";

test.each([
  "'wmic' is not recognized as an internal or external command,",
  "wmic : The term 'wmic' is not recognized as the name of a cmdlet",
  'Der Befehl "wmic" ist entweder falsch geschrieben oder konnte nicht gefunden werden.',
  "« wmic » n’est pas reconnu en tant que commande interne",
  "Description: Windows(R) Operating System, RETAIL channel",
  "how do I read this? Windows(R) Operating System, RETAIL channel",
  "VOLUME_KMSCLIENT channel",
])("is output: %s", (text) => {
  expect(looksLikeOutput(text)).toBe(true);
});

test.each([
  "wmic is not recognized as an internal or external command",
  "what do I use if wmic is not recognized",
  "slmgr not recognized",
  "what does RETAIL channel mean",
  "I have a RETAIL channel",
  "slmgr says OEM_DM channel, can i use the key on another board",
])("is a question: %s", (text) => {
  expect(looksLikeOutput(text)).toBe(false);
});
