/* `npm run pack`: each guide as one file for a USB stick (scripts/build-usb.ts), from the site as it is now. */
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { main, say } from "./process.mjs";

await main(async () => {
  await install();
  // The build writes them.
  await build();
  say("The files are in public/usb. Copy them to a stick and open one; no network is needed.");
});
