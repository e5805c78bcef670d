import { readFileSync } from "node:fs";
import type { GuideOutline } from "@/lib/progress/guide-outline";

/** The text of a file in tests/fixtures/progress. Read, not imported: an import would lose `__proto__`. */
export const fixtureText = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/progress/${name}.json`, import.meta.url), "utf8");

/** A small guide as it is today: branches, a step for one Windows version, steps with former ids. */
export const outline = JSON.parse(fixtureText("outline")) as GuideOutline;

/** A moment after all times in the fixtures. */
export const NOW = 1_800_000_000_000;
