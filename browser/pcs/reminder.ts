import { calendarFile, yearLater } from "@/lib/progress/calendar";
import type { Pc } from "@/lib/progress/pcs";
import { today } from "@/lib/text/today";
import { linkTo } from "../base-path";
import { element } from "../element";
import { choice, labeled, openDialog, saveFile } from "./tools";

/* A calendar file made in the browser: no server and no calendar service learns of it. */

/** Unique everywhere (RFC 5545, section 3.8.4.7) and telling nothing (RFC 7986). Over plain HTTP there is no `randomUUID`. */
const randomId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

/** Asks what to remind the reader of, and downloads a calendar file. */
export function askForReminder(pc: Pc): void {
  const again = yearLater(pc.card.seen ?? today());
  const what = choice(
    "Remind me",
    "remind-what",
    [
      { value: "again", label: "to look again in a year" },
      { value: "repair", label: "the day before a repair" },
    ],
    "again",
  );
  const date = element("input", "field");
  Object.assign(date, { type: "date", id: "remind-day", min: today(), value: again });
  const day = labeled("Look again on", date.id, date);
  what.set.addEventListener("change", () => {
    const isRepair = what.value() === "repair";
    day.firstChild!.textContent = isRepair ? "The repair is on" : "Look again on";
    date.value = isRepair ? "" : again;
  });
  date.required = true;
  openDialog(
    `Reminder for ${pc.label}`,
    [
      what.set,
      day,
      element("p", "pc-dialog-note", "You get a file. Open it, and your calendar takes it in."),
    ],
    {
      submitLabel: "Save the reminder",
      submit: (close) => {
        saveReminder(pc, what.value(), date.value);
        close();
      },
    },
  );
}

/** A reminder about a PC: to check again on a day, or what to do before a repair on that day. */
function saveReminder(pc: Pc, what: "again" | "repair", day: string): void {
  const before = new Date(Date.parse(day) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const reminder =
    what === "again"
      ? {
          day,
          title: `${pc.label}: look at the Windows license again`,
          text: `Sign in to the Microsoft account once, and read the sentence on the Activation page.\n${location.origin}${linkTo("/pcs")}`,
        }
      : {
          day: before,
          title: `${pc.label}: prepare the repair tomorrow`,
          text: `Go through the guide before the PC is repaired.\n${location.origin}${linkTo("/guides/before-hardware-change")}`,
        };
  saveFile(
    "keylink-reminder.ics",
    "text/calendar",
    calendarFile({ uid: randomId(), ...reminder }, Date.now()),
  );
}
