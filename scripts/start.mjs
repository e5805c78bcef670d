/*
 * `npm start`: from a fresh clone to the running site. Installs and builds what is missing, then serves it on
 * PORT.
 */
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { main, say } from "./process.mjs";
import { checkPortIsFree, readPort } from "./port.mjs";
import { serveUntilStopped } from "./serve.mjs";

await main(async () => {
  const port = readPort(process.env.PORT);
  // Checked before the long part, so that nobody waits a minute for the message, and again after it.
  await checkPortIsFree(port, "npm start");
  await install();
  await build();
  await checkPortIsFree(port, "npm start");

  say("Starting the site");
  await serveUntilStopped(port);
});
