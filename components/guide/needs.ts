import type { GuideStep } from "@/lib/schema/guides";

/** What a step can need, in words: short for the step, long for the list at the top. */
export const NEED_TEXTS: Record<GuideStep["needs"][number], { short: string; long: string }> = {
  administrator: {
    short: "administrator",
    long: "To be signed in to the PC as an administrator",
  },
  internet: { short: "internet", long: "An internet connection on the PC" },
  "microsoft-account": {
    short: "Microsoft account",
    long: "A personal Microsoft account: its address and password (you can make one on the way, it is free)",
  },
  "windows-password": {
    short: "your Windows password",
    long: "The password that you type to start Windows now, if you have one",
  },
  "second-device": { short: "a second device", long: "A phone or another PC" },
  paper: { short: "paper", long: "Something to write on, or a printer" },
};
