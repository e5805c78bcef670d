import type { LicenseOutput, WindowsReading } from "@/lib/licenses/license-output";
import { blankProductKeys, shortenLongPaste } from "@/lib/licenses/paste";
import { besideText, endText, readingText } from "@/lib/licenses/wording";
import type { Language } from "@/lib/wordings/language";
import { readText, type MessageLink, type ReadText } from "@/lib/wordings/read-text";
import { linkTo } from "./base-path";
import { becomeReady } from "./idle";
import {
  candidatesOfMatch,
  OTHER_LANGUAGE_PAGE,
  pageOfMatch,
  wordingText,
} from "@/lib/wordings/wording-text";

/*
 * /start/license-output: reads the pasted text in the page itself and shows the matching
 * entries of the page's own lists. Nothing is sent or stored.
 */
const container = document.querySelector<HTMLElement>("[data-license-output]");
if (container) start(container);

function start(reader: HTMLElement): void {
  const field = reader.querySelector("textarea");
  const summary = reader.querySelector<HTMLElement>("[data-output-summary]");
  const result = reader.querySelector<HTMLElement>("[data-output-result]");
  if (!field || !summary || !result) return;
  const known = JSON.parse(
    document.querySelector("#reader-words")?.textContent ?? '{"languages":[],"messages":[]}',
  ) as { languages: Language[]; messages: MessageLink[] };

  const clear = () => {
    summary.textContent = "";
    result.replaceChildren();
  };
  const read = () => {
    clear();
    if (field.value.trim() === "") return;
    // The rest must not stay on the screen, because it is not searched for keys.
    const part = shortenLongPaste(field.value);
    const isShortened = part !== field.value;
    if (isShortened) field.value = part;
    const found = readText(part, known);
    // A full key must not stay on the screen (S9).
    if (!found.output.readable && found.output.reason === "product-key") field.value = "";
    else if (found.output.keysBlanked) field.value = blankProductKeys(part).text;
    summary.textContent = summaryOf(found);
    result.append(
      ...entriesOf(found, known.messages),
      ...(isShortened && field.value !== "" ? note("shortened") : []),
    );
  };

  field.addEventListener("input", read);
  reader.querySelector("[data-output-clear]")?.addEventListener("click", () => {
    field.value = "";
    clear();
    field.focus();
  });
  reader.dataset.live = "";
  // Browsers restore a field's text after a reload.
  read();
}

const entry = (name: string, value: string) =>
  document.querySelector<HTMLElement>(`[data-${name}="${value}"]`);
const titleOf = (element: HTMLElement | null) =>
  element?.querySelector("[data-entry-title]")?.textContent ?? "";

const readingsOf = (output: Extract<LicenseOutput, { readable: true }>): WindowsReading[] => [
  output,
  ...(output.further ?? []),
];

function summaryOf({ output, message, wording }: ReadText): string {
  if (message) return `A sentence of Windows: “${message.message}”.`;
  if (wording) return `${wordingText(wording).title}.`;
  if (!output.readable) return `${titleOf(entry("unreadable", output.reason))}.`;
  const readings = readingsOf(output);
  if (readings.length > 1)
    return `${readings.length} outputs${output.disagree ? ", and they disagree" : ""}: ${readings
      .map((reading, index) => `${index + 1}. ${readingText(reading)}`)
      .join("; ")}.`;
  const { channel, channelWord, status } = output;
  return `${channelWord ? `${channelWord}: ` : ""}${titleOf(entry("channel", channel))}. ${titleOf(entry("status", status))}.`;
}

function entriesOf(
  { output, message, wording }: ReadText,
  messages: readonly MessageLink[],
): Node[] {
  if (message) return [links([[message.address, "What this sentence means"]])];
  if (wording) {
    const page = pageOfMatch(wording);
    const pages = page ? [page] : candidatesOfMatch(wording);
    const nameOf = (address: string) =>
      messages.find((known) => known.address === address)?.message ?? "What it means";
    return [
      paragraph(wordingText(wording).text),
      links([
        ...pages.map((address): [string, string] => [address, nameOf(address)]),
        [OTHER_LANGUAGE_PAGE, "Windows in another language"],
      ]),
    ];
  }
  const codes = output.readable ? [] : (output.codes ?? []);
  if (!output.readable)
    return [
      ...bodyOf(entry("unreadable", output.reason)),
      ...(output.seen?.map((line) => row("Seen in it", line)) ?? []),
      ...codesOf(codes),
      ...(output.keysBlanked && output.reason !== "product-key" ? note("key-blanked") : []),
    ];
  const readings = readingsOf(output);
  return [
    ...(output.disagree ? note("disagree") : []),
    ...readings.flatMap((reading, index) => [
      ...(readings.length > 1
        ? [heading(`Output ${index + 1}: ${reading.product ?? "Windows"}`)]
        : []),
      ...entriesOfReading(
        reading,
        readings.length > 1,
        readings.slice(0, index).some(({ channel }) => channel === reading.channel),
      ),
    ]),
    ...(output.beside ? [...note("beside"), paragraph(besideText(output.beside))] : []),
    ...(output.keysBlanked ? note("key-blanked") : []),
  ];
}

/** What a channel proves is said once, even when several outputs name it. */
function entriesOfReading(
  reading: WindowsReading,
  isOneOfSeveral: boolean,
  isChannelExplained: boolean,
): Node[] {
  const { channel, status, product, hasPartialKey, statusWords, codes, channelWord } = reading;
  const end = endText(reading);
  const rows = [
    product && !isOneOfSeveral ? ["Product", product] : [],
    channelWord && isOneOfSeveral ? ["Channel", channelWord] : [],
    hasPartialKey ? ["Key", "•••••, not shown"] : [],
    statusWords ? ["Status as written", statusWords] : [],
    end ? ["Ends", reading.permanent ? "never: permanently activated" : end] : [],
  ].filter((cells) => cells.length > 0);
  const isExpiryAnswer = channel === "none" && (reading.permanent ?? reading.endsOn) !== undefined;
  return [
    ...rows.map(([name = "", value = ""]) => row(name, value)),
    ...codesOf(codes ?? []),
    ...(isExpiryAnswer
      ? note("expiry-answer")
      : isChannelExplained
        ? []
        : bodyOf(entry("channel", channel))),
    heading(titleOf(entry("status", status))),
    ...bodyOf(entry("status", status)),
  ];
}

const note = (id: string): Node[] => [
  heading(titleOf(entry("note", id))),
  ...bodyOf(entry("note", id)),
];

/** Every code has an address, even one without a page (E5). */
const codesOf = (codes: readonly string[]): Node[] =>
  codes.length === 0
    ? []
    : [...note("codes"), links(codes.map((code) => [`/errors/${code.toLowerCase()}`, code]))];

/** A copy of an entry in the page's own list. */
function bodyOf(element: HTMLElement | null): Node[] {
  const body = element?.querySelector("[data-entry-body]");
  return [...(body?.childNodes ?? [])].map((node) => node.cloneNode(true));
}

/** Pasted text is inserted as text, never as markup (O4). */
function row(name: string, value: string): HTMLElement {
  const element = document.createElement("p");
  const label = document.createElement("b");
  label.textContent = `${name}: `;
  const words = document.createElement("span");
  words.translate = false;
  words.textContent = value;
  element.append(label, words);
  return element;
}

function links(items: readonly (readonly [address: string, text: string])[]): HTMLElement {
  const list = document.createElement("ul");
  for (const [address, text] of items) {
    const link = document.createElement("a");
    link.href = linkTo(address);
    link.textContent = text;
    link.className = "inline-block py-1";
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  return list;
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}

function heading(text: string): HTMLElement {
  const element = paragraph(text);
  element.className = "font-semibold";
  return element;
}

void becomeReady();
