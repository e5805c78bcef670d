import type { ErrorCodeDocument, ErrorFamily, ErrorSide } from "@/lib/schema/errors";
import type { GuideStep } from "@/lib/schema/guides";
import type { Message } from "@/lib/schema/messages";

/** The place of a message, as a heading. */
export const WHERE_TITLES: Record<Message["where"], string> = {
  "activation-page": "On the Activation page",
  troubleshooter: "In the Activation troubleshooter",
  desktop: "On the desktop",
  setup: "In Windows Setup",
  command: "As the answer to a command",
};

/** What is at fault. */
export const SIDE_TEXTS: Record<ErrorSide, string> = {
  key: "The license or product key",
  edition: "The edition of Windows",
  hardware: "The hardware of this PC",
  server: "Microsoft's servers",
  network: "The way to Microsoft's servers",
  clock: "The clock of this PC",
  system: "Windows on this PC",
  organization: "The organization that the license belongs to",
};

/** What helps first. */
export const ACTION_TEXTS: Record<ErrorFamily["action"], string> = {
  try: "Try this first",
  wait: "Wait first",
  ask: "Ask first",
  buy: "Only a new license helps",
};

/** Who sees a code. */
export const AUDIENCE_TEXTS: Record<ErrorCodeDocument["audience"], string> = {
  home: "Home PCs",
  volume: "Work and school PCs",
  both: "Home and work PCs",
};

/** A sentence to be quoted inside another one, without its period. */
export const inSentence = (sentence: string): string => sentence.replace(/\.$/, "");

/** Whether what a step ends with is seen on the screen of the PC. Otherwise it is done or found elsewhere. */
export const isSeenOnScreen = ({ confirm, picture, settings }: GuideStep): boolean =>
  confirm === undefined && (picture !== undefined || settings !== undefined);

/** The heading of what a step ends with. */
export const endOfStepTitle = (step: GuideStep): string =>
  isSeenOnScreen(step) ? "You should see" : "Done when";
