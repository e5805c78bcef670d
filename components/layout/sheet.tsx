import browser from "@/.generated/browser.json";
import { InlineScript } from "./raw-html";

/**
 * Links the style sheet. What a page has before it is shown without waiting for the sheet
 * (docs/decisions/0011). A page has it once. The script after it is a barrier: Chromium and WebKit hold back
 * whatever follows a sheet in the body, Firefox only what follows a script there
 * (https://github.com/whatwg/html/issues/1349).
 */
export function Sheet() {
  return (
    <>
      <link rel="stylesheet" href={browser.sheet} />
      <InlineScript code={browser.barrier} />
    </>
  );
}
