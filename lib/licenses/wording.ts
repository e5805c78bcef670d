import type { Beside, LicenseOutput, WindowsReading } from "./license-output";
import type { LicenseStatus } from "./license-words";

const STATUS_TEXTS: Record<LicenseStatus, string> = {
  licensed: "licensed",
  unlicensed: "unlicensed",
  grace: "in a grace period",
  notification: "in notification mode, not activated",
  "not-read": "no license status in the text",
};

const BESIDE_TEXTS: Record<Beside, string> = {
  "add-on": "an update add-on (ESU)",
  office: "Office",
  other: "another product",
};

/** When it ends, if the output says so. */
export function endText({
  permanent,
  endsOn,
  expiresInDays,
  channel,
}: WindowsReading): string | undefined {
  if (permanent) return "no end: permanently activated";
  if (endsOn) return `on ${endsOn}`;
  if (expiresInDays === undefined) return undefined;
  return `in ${expiresInDays} days${channel === "kms" ? ", unless it is renewed" : ""}`;
}

/** An output in one line: product, channel word, status, end. */
export function readingText(reading: WindowsReading): string {
  const end = endText(reading);
  const words = [
    reading.channelWord,
    STATUS_TEXTS[reading.status],
    end && (reading.permanent ? end : `ends ${end}`),
    reading.codes && `reason ${reading.codes.join(", ")}`,
  ].filter(Boolean);
  return `${reading.product ?? "Windows"}: ${words.join(", ")}`;
}

/** The products besides Windows, in a sentence; empty if there are none. */
export const besideText = (beside: readonly Beside[] = []): string =>
  beside.length === 0
    ? ""
    : `Also in the text, and not about Windows: ${beside.map((kind) => BESIDE_TEXTS[kind]).join(", ")}.`;

/** All outputs in one text, for the search. */
export function outputText(output: LicenseOutput): string {
  if (!output.readable) return "";
  const readings = [output, ...(output.further ?? [])];
  return [
    ...readings.map((reading) => `${readingText(reading)}.`),
    output.disagree ? "These outputs disagree." : "",
    besideText(output.beside),
  ]
    .filter(Boolean)
    .join(" ");
}
