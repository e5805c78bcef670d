/* `npm run export`: exports the site as files for nginx, Caddy or a CDN (scripts/build-export.ts). */
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { main, Problem, runNode, say, typeScript } from "./process.mjs";

await main(async () => {
  await install();
  await build();
  say("Writing the files");
  const code = await runNode(typeScript("scripts/build-export.ts"));
  if (code !== 0) throw new Problem("The export stopped.", { remedy: "read the messages above" });
});
