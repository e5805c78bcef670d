import type { Message } from "@/lib/schema/messages";

type State = Message["state"];

/** The color of a verdict, which the words beside it say, too. */
const STATE_TONES: Record<State, "ok" | "warn" | "bad" | "none"> = {
  linked: "ok",
  "not-linked": "warn",
  unclear: "none",
  "not-activated": "bad",
  organization: "none",
  temporary: "warn",
};

const DRAWINGS: Record<State, string> = {
  linked: "m5 12.5 4.5 4.5L19 7.5",
  "not-linked": "M12 4 2.8 19.5h18.4zM12 10v4.5M12 17.2v.1",
  unclear: "m5 9 7 7 7-7",
  "not-activated": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.8 8.8l6.4 6.4m0-6.4-6.4 6.4",
  organization: "M3.5 8h17v11h-17zM9 8V5h6v3M3.5 13h17",
  temporary: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7v5.5l3.5 2",
};

/** A verdict as an icon. It repeats the words beside it, so it is hidden from assistive technology. */
export function VerdictIcon({ state }: { state: State }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={`verdict-icon tone-${STATE_TONES[state]}`}
      aria-hidden="true"
      focusable="false"
    >
      <path d={DRAWINGS[state]} />
    </svg>
  );
}
