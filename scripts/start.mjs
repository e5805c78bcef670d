/*
 * `npm start`: from a fresh clone to the running site. Installs and builds what is
 * missing, then serves it. PORT chooses the port.
 */
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { main, say } from "./process.mjs";
import { checkPortIsFree, readPort } from "./port.mjs";
import { serveUntilStopped } from "./serve.mjs";

await main(async () => {
  const port = readPort(process.env.PORT);
  // Before the long part, so that nobody waits a minute to be told; and again after it.
  await checkPortIsFree(port, "npm start");
  await install();
  await build();
  await checkPortIsFree(port, "npm start");

  say("Starting the site");
  await serveUntilStopped(port);
});
