/** The parts of Windows and of the web from which codes around activation and sign-in come. */
export const FACILITY_IDS = [
  "http",
  "network",
  "win32",
  "licensing",
  "wmi",
  "account",
  "store",
  "update",
  "ntstatus",
] as const;

type FacilityId = (typeof FACILITY_IDS)[number];

/**
 * The part that a code of the form `0xC004F211` belongs to, by its digits alone, and its number there: the HTTP
 * status, the Windows error. Undefined for parts about which there is nothing to say.
 */
export function facilityOf(code: string): { id: FacilityId; number: number } | undefined {
  if (!/^0x[0-9A-F]{8}$/.test(code)) return undefined;
  const upper = code.slice(2, 6);
  const number = parseInt(code.slice(6), 16);
  const id = idOf(upper, number);
  return id && { id, number };
}

function idOf(upper: string, number: number): FacilityId | undefined {
  switch (upper) {
    case "8019":
      return "http";
    case "8007":
      // Windows errors about the network: Winsock, WinINet, WinHTTP, DNS.
      return number >= 9000 && number < 13_000 ? "network" : "win32";
    case "C004":
      return "licensing";
    case "8004":
      // From 0x1300 on, the numbers are those of Task Scheduler.
      if (number >= 0x1000 && number < 0x1100) return "wmi";
      return number >= 0x8000 && number < 0x9000 ? "account" : undefined;
    case "8086":
      return "account";
    case "803F":
    case "87E1":
      return "store";
    case "8024":
      return "update";
    case "C000":
    case "D000":
      return "ntstatus";
    default:
      return upper.startsWith("C19") ? "update" : undefined;
  }
}

/** The texts for a part in content/code-facilities.yaml that readers see. */
export type FacilityText = {
  id: FacilityId;
  title: string;
  says: string;
  means: string;
  next: string[];
  numbers: { number: number; text: string }[];
};

/** A code, explained by its structure. */
export type ExplainedCode = Omit<FacilityText, "numbers"> & {
  code: string;
  /** What its number means, if that is known. */
  detail?: string;
};

/** Explains a code without a page; undefined when its part is unknown. */
export function explainCode(
  code: string,
  facilities: readonly FacilityText[],
): ExplainedCode | undefined {
  const found = facilityOf(code);
  const text = facilities.find(({ id }) => id === found?.id);
  if (!found || !text) return undefined;
  const { numbers, ...rest } = text;
  const detail = numbers.find(({ number }) => number === found.number)?.text;
  return { ...rest, code, ...(detail && { detail }) };
}
