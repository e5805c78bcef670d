/*
 * `npm start`: from a fresh clone to the running site. Installs and builds what is
 * missing, then serves it. PORT chooses the port.
 */
import { build, siteUrl } from "./build.mjs";
import { install } from "./install.mjs";
import { main, Problem, runNode, say, Stopped, toolFile } from "./process.mjs";
import { checkPortIsFree, readPort } from "./port.mjs";

await main(async () => {
  const port = readPort(process.env.PORT);
  // Before the long part, so that nobody waits a minute to be told; and again after it.
  await checkPortIsFree(port, "npm start");
  await install();
  await build();
  await checkPortIsFree(port, "npm start");

  say("Starting the site");
  const announcement = announce(`http://localhost:${port}`);
  try {
    const code = await runNode([toolFile("next"), "start", "-p", String(port)], {
      NODE_ENV: "production",
      // Pages made on request say the same address as those made by the build.
      SITE_URL: siteUrl(),
    });
    if (code !== 0) {
      throw new Problem("The site stopped by itself.", {
        found: `exit code ${code}`,
        remedy:
          "read the messages above; if the build looks broken, delete `.next` and start again",
      });
    }
  } catch (error) {
    // Ctrl+C is how one is meant to stop it: not a failure.
    if (!(error instanceof Stopped)) throw error;
  } finally {
    announcement.cancel();
  }
});

/**
 * Prints the address once the site answers, so that it is the last thing in the terminal and true.
 *
 * @param {string} address
 */
function announce(address) {
  const timer = setInterval(async () => {
    try {
      await fetch(address, { method: "HEAD" });
    } catch {
      return; // Not listening yet; the next tick asks again.
    }
    clearInterval(timer);
    const line = `  Keylink is running at  ${address}  `;
    const rule = "─".repeat(line.length);
    console.log(`\n┌${rule}┐\n│${line}│\n└${rule}┘\n  Ctrl+C stops it.\n`);
  }, 200);
  return { cancel: () => clearInterval(timer) };
}
