/** Where “Continue” on other pages leads. Written by the guide from its progress, so it can be rebuilt at any time. */
export type ContinueRecord = {
  /** Address of the guide with the anchor of the step. */
  address: string;
  guide: string;
  /** The name of the PC, where there are several. */
  pc?: string;
  step: string;
  number: number;
  /** The summary in words. */
  summary: string;
};

/** The key of the record in the browser's storage. */
export const CONTINUE_STORAGE_KEY = "keylink:continue";

/** Parses a stored record; undefined for anything else. Its address must be one of this site's guides. */
export function parseContinueRecord(text: string | null): ContinueRecord | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    if (typeof value !== "object" || value === null) return undefined;
    const { address, guide, pc, step, number, summary } = value as Record<string, unknown>;
    if (typeof address !== "string" || !/^\/guides\/[a-z0-9-]+#[a-z0-9-]+$/.test(address))
      return undefined;
    if (typeof guide !== "string" || typeof step !== "string" || typeof summary !== "string")
      return undefined;
    if (typeof number !== "number" || !Number.isInteger(number) || number < 1) return undefined;
    return {
      address,
      guide: guide.slice(0, 120),
      ...(typeof pc === "string" && pc && { pc: pc.slice(0, 40) }),
      step: step.slice(0, 120),
      number,
      summary: summary.slice(0, 200),
    };
  } catch {
    return undefined; // Damaged: as if nothing were stored.
  }
}
