/*
 * Dates as readers see them, in American English. Not by Intl: its first use in a page costs an old laptop some 80 ms,
 * and the press that proves the link shows a date.
 */

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const partsOf = (day: string) => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const name = MONTHS[month - 1];
  if (!name || !year || !date)
    throw new Error(`Expected a day such as 2026-11-21 and found “${day}”.`);
  return { year, month: name, date };
};

/** `2026-11-21` → “November 21, 2026”. Throws for anything but a day. */
export function longDay(day: string): string {
  const { year, month, date } = partsOf(day);
  return `${month} ${date}, ${year}`;
}

/** The month a year after a day: `2026-11-21` → “November 2027”. Throws for anything but a day. */
export function yearAfter(day: string): string {
  const { year, month } = partsOf(day);
  return `${month} ${year + 1}`;
}
