/** The Windows versions that a reader can choose between. */
export const WINDOWS_VERSIONS = ["11", "10"] as const;
export type Windows = (typeof WINDOWS_VERSIONS)[number];

/** The version that is shown when neither the address nor the reader has chosen one. */
export const DEFAULT_WINDOWS: Windows = "11";

/** The parameter in an address: `?windows=10`. */
export const WINDOWS_PARAMETER = "windows";

/** The storage key of the reader's choice. */
export const WINDOWS_STORAGE_KEY = "keylink:windows";

/** A version from an address or from storage; undefined for everything else. */
export function parseWindows(value: unknown): Windows | undefined {
  return value === "10" || value === "11" ? value : undefined;
}

/** The only version that something exists on; undefined when it exists on both. */
export const onlyVersion = (versions: readonly Windows[]): Windows | undefined =>
  versions.length === 1 ? versions[0] : undefined;

/** The precedence of W3: address, then stored choice, then the default. */
export function chooseWindows(inAddress: unknown, stored: unknown): Windows {
  return parseWindows(inAddress) ?? parseWindows(stored) ?? DEFAULT_WINDOWS;
}

/**
 * The version that a `Sec-CH-UA-Platform-Version` value stands for, by
 * Microsoft's table: 13 and higher is Windows 11, 1 to 10 is Windows 10.
 * https://learn.microsoft.com/microsoft-edge/web-platform/how-to-detect-win11
 */
export function windowsOfPlatformVersion(value: unknown): Windows | undefined {
  if (typeof value !== "string" || !/^\d+(\.\d+)*$/.test(value)) return undefined;
  const major = Number.parseInt(value, 10);
  if (major >= 13) return "11";
  return major >= 1 && major <= 10 ? "10" : undefined;
}
