/*
 * What `site` has loaded on every page. The scripts of /search and of pages that show progress take it from there
 * (scripts/build-browser.ts) instead of carrying it again.
 */
export { containsProductKey, withoutProductKey } from "@/lib/product-key";
export { CONTINUE_STORAGE_KEY, parseContinueRecord } from "@/lib/progress/continue-record";
export { fold } from "@/lib/text/fold";
export {
  parseWindows,
  WINDOWS_PARAMETER,
  WINDOWS_STORAGE_KEY,
  WINDOWS_VERSIONS,
} from "@/lib/windows/version";
export { afterReturn } from "./after-return";
export { announce } from "./announce";
export { becomeReady, whenIdle } from "./idle";
export { dismissNotice, showNotice } from "./notice";
export { keepInPlace } from "./place";
export { openStorage, readText, readVisit, writeText, writeVisit } from "./storage";
export { chooseShown, headingBeingRead, onWindowsChange, show, shownWindows } from "./windows";
