import { parseLicenseOutput, type LicenseOutput } from "@/lib/licenses/license-output";

/*
 * /start/license-output: reads the pasted text here, in the page, and shows the
 * entries of the page's own lists that fit. Nothing is sent or stored.
 */
const room = document.querySelector<HTMLElement>("[data-license-output]");
if (room) start(room);

function start(reader: HTMLElement): void {
  const field = reader.querySelector("textarea");
  const summary = reader.querySelector<HTMLElement>("[data-output-summary]");
  const result = reader.querySelector<HTMLElement>("[data-output-result]");
  if (!field || !summary || !result) return;

  const clear = () => {
    summary.textContent = "";
    result.replaceChildren();
  };
  const read = () => {
    clear();
    if (field.value.trim() === "") return;
    const output = parseLicenseOutput(field.value);
    // A whole key must not stay where others can see it (S9).
    if (!output.readable && output.reason === "product-key") field.value = "";
    summary.textContent = summaryOf(output);
    result.append(...entriesOf(output));
  };

  field.addEventListener("input", read);
  reader.querySelector("[data-output-clear]")?.addEventListener("click", () => {
    field.value = "";
    clear();
    field.focus();
  });
  reader.dataset.live = "";
  // Browsers bring back what stood in a field before a reload.
  read();
}

const entry = (name: string, value: string) =>
  document.querySelector<HTMLElement>(`[data-${name}="${value}"]`);
const titleOf = (element: HTMLElement | null) =>
  element?.querySelector("[data-entry-title]")?.textContent ?? "";

function summaryOf(output: LicenseOutput): string {
  if (!output.readable) return `${titleOf(entry("unreadable", output.reason))}.`;
  const { channel, channelWord, status } = output;
  return `${channelWord ? `${channelWord}: ` : ""}${titleOf(entry("channel", channel))}. ${titleOf(entry("status", status))}.`;
}

function entriesOf(output: LicenseOutput): Node[] {
  if (!output.readable) return bodyOf(entry("unreadable", output.reason));
  const { channel, status, product, hasPartialKey, expiresInDays } = output;
  const rows = [
    product ? ["Product", product] : [],
    hasPartialKey ? ["Key", "•••••, not shown"] : [],
    expiresInDays === undefined ? [] : ["Ends", `in ${expiresInDays} days, unless it is renewed`],
  ].filter((row) => row.length > 0);
  return [
    ...rows.map(([name = "", value = ""]) => row(name, value)),
    ...bodyOf(entry("channel", channel)),
    heading(titleOf(entry("status", status))),
    ...bodyOf(entry("status", status)),
  ];
}

/** A copy of what the page's own list says. */
function bodyOf(element: HTMLElement | null): Node[] {
  const body = element?.querySelector("[data-entry-body]");
  return [...(body?.childNodes ?? [])].map((node) => node.cloneNode(true));
}

/** What the paste said goes in as text only, never as markup (O4). */
function row(name: string, value: string): HTMLElement {
  const paragraph = document.createElement("p");
  const label = document.createElement("b");
  label.textContent = `${name}: `;
  const words = document.createElement("span");
  words.translate = false;
  words.textContent = value;
  paragraph.append(label, words);
  return paragraph;
}

function heading(text: string): HTMLElement {
  const element = document.createElement("p");
  element.className = "font-semibold";
  element.textContent = text;
  return element;
}
