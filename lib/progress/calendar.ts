/** An all-day reminder. `day`: 2027-11-21. */
export type Reminder = { uid: string; day: string; title: string; text: string };

/** Longest line in bytes (RFC 5545, section 3.1). */
const LINE_BYTES = 75;

const escaped = (text: string) =>
  text.replace(/[\\;,]/g, (char) => `\\${char}`).replace(/\r?\n/g, "\\n");

/** Folds a line at 75 bytes, never inside a character; continuation lines begin with a space. */
function folded(line: string): string {
  const lines: string[] = [];
  let rest = "";
  let bytes = 0;
  for (const char of line) {
    const size = new TextEncoder().encode(char).length;
    if (bytes + size > LINE_BYTES) {
      lines.push(rest);
      rest = " ";
      bytes = 1;
    }
    rest += char;
    bytes += size;
  }
  return [...lines, rest].join("\r\n");
}

/** A calendar file with one reminder (RFC 5545) and an alarm at nine in the morning. `now` in ms. */
export function calendarFile({ uid, day, title, text }: Reminder, now: number): string {
  const compact = (date: string) => date.replace(/[-:]/g, "").replace(/\.\d+/, "");
  const next = new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Keylink//Reminder//EN",
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${compact(new Date(now).toISOString())}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(next)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(title)}`,
    "TRIGGER:PT9H",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");
}

/** The same day a year later; February 29 becomes February 28. */
export function yearLater(day: string): string {
  const [year, month, date] = day.split("-");
  return `${Number(year) + 1}-${month}-${month === "02" && date === "29" ? "28" : date}`;
}
