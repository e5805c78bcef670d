import { expect, test } from "vitest";
import {
  DEFAULT_WINDOWS,
  WINDOWS_VERSIONS,
  chooseWindows,
  parseWindows,
  windowsOfPlatformVersion,
} from "@/lib/windows/version";

test.each(WINDOWS_VERSIONS)("“%s” is a version", (version) => {
  expect(parseWindows(version)).toBe(version);
});

test.each([undefined, null, "", "13", "12", "8.1", " 11", "11 ", 11, ["11"], {}, "win11"])(
  "%j is no version",
  (value) => {
    expect(parseWindows(value)).toBeUndefined();
  },
);

test("the address takes precedence over the stored choice, and that over the default", () => {
  expect(chooseWindows("10", "11")).toBe("10");
  expect(chooseWindows(undefined, "10")).toBe("10");
  expect(chooseWindows(undefined, undefined)).toBe(DEFAULT_WINDOWS);
});

test("a version that does not exist is ignored", () => {
  expect(chooseWindows("13", "10")).toBe("10");
  expect(chooseWindows("13", "{}")).toBe(DEFAULT_WINDOWS);
  expect(chooseWindows(["10", "11"], null)).toBe(DEFAULT_WINDOWS);
});

test.each([
  ["10.0.0", "10"],
  ["1.0.0", "10"],
  ["8.0.0", "10"],
  ["13.0.0", "11"],
  ["15.0.0", "11"],
  ["19", "11"],
])("platform version %s is Windows %s", (value, expected) => {
  expect(windowsOfPlatformVersion(value)).toBe(expected);
});

test.each([
  "0.3.0",
  "0.0.0",
  "11.0.0",
  "12.5",
  "",
  "abc",
  "13.x",
  " 13",
  "-13",
  undefined,
  13,
  null,
])("platform version %j says nothing", (value) => {
  expect(windowsOfPlatformVersion(value)).toBeUndefined();
});
