import type { GuideStep } from "@/lib/schema/guides";

/** The texts for what a step can need: short for the step, long for the line at the top. */
export const NEED_TEXTS: Record<GuideStep["needs"][number], { short: string; long: string }> = {
  administrator: {
    short: "administrator",
    long: "to be signed in as an administrator",
  },
  internet: { short: "internet", long: "internet on the PC" },
  "microsoft-account": {
    short: "Microsoft account",
    long: "a personal Microsoft account and its password (a new one is free)",
  },
  "windows-password": {
    short: "your Windows password",
    long: "the password you start Windows with",
  },
  "second-device": { short: "a phone or another PC", long: "a phone or another PC" },
  paper: { short: "paper", long: "paper" },
};
