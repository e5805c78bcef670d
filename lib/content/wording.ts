import type { ErrorCodeDocument, ErrorFamily, ErrorSide } from "@/lib/schema/errors";
import type { Guide, GuideStep } from "@/lib/schema/guides";
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

/** How a page writes an answer that is Markdown. */
type Say = (label: string) => string;
type Given = NonNullable<Guide["ends"][number]["when"]>;

/** “What does it say?” with “Active” or “Not activated”: a question of the guide and the answers given to it. */
export function answeredText(
  { parts }: Pick<Guide, "parts">,
  { question: id, answers }: Given,
  say: Say,
): string {
  const question = parts
    .flatMap(({ steps }) => steps)
    .find((step) => step.question?.id === id)?.question;
  const labels = (question?.answers ?? [])
    .filter((answer) => answers.includes(answer.id))
    .map(({ label }) => `“${say(label)}”`);
  return `“${question?.ask}” with ${listOf(labels, "or")}`;
}

/** Who gets an end of the guide, for readers whose answers no script knows: “If you answered …”. */
export function endCondition(
  guide: Pick<Guide, "parts" | "verdicts">,
  { when, verdict }: Pick<Guide["ends"][number], "when" | "verdict">,
  say: Say,
): string {
  const proved = guide.verdicts.find(({ id }) => id === verdict);
  const steps = new Map(guide.parts.flatMap(({ steps }) => steps.map((step) => [step.id, step])));
  const done = proved?.steps.map((id) => {
    const instead = proved.answered.filter(({ step }) => step === id);
    const ways = instead.map((given) => `(or answered ${answeredText(guide, given, say)})`);
    return [`“${steps.get(id)?.title}”`, ...ways].join(" ");
  });
  const said = [
    ...(done ? [`you have done ${listOf(done, "and")}`] : []),
    ...(when ? [`you answered ${answeredText(guide, when, say)}`] : []),
  ];
  return said.length > 0 ? `If ${said.join(", and ")}` : "In all other cases";
}

/** “one, two and three”. */
const listOf = (items: string[], word: string) =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
