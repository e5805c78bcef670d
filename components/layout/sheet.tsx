import browser from "@/.generated/browser.json";
import { InlineScript } from "./raw-html";

/**
 * The style sheet, named where it stands: what a page has before it is shown without waiting for it
 * (docs/decisions/0011). A page has it once. The script behind it does nothing but wait: Chromium and WebKit
 * hold back what follows a sheet in the body, Firefox only what follows such a script
 * (https://github.com/whatwg/html/issues/1349).
 */
export function Sheet() {
  return (
    <>
      <link rel="stylesheet" href={browser.sheet} />
      <InlineScript code={browser.wait} />
    </>
  );
}
