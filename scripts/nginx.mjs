/* Runs the static export behind a real nginx, for the tests and `npm run bench:load`. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { tryApt } from "./browser.mjs";
import { fromRoot } from "./process.mjs";

const found = (/** @type {string[]} */ ...files) => files.find((file) => existsSync(file));

/** nginx's program file where Debian and Ubuntu put it, or undefined. */
export const findNginx = () => found("/usr/sbin/nginx", "/usr/local/sbin/nginx");

/** Its module for files that are already compressed (libnginx-mod-http-brotli-static), or undefined. */
export const findBrotliModule = () =>
  found("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so");

/** Installs both where that works; without nginx, the tests of the export are skipped. */
export async function provideNginx() {
  if (!findNginx()) await tryApt("nginx-light", "libnginx-mod-http-brotli-static");
}

/**
 * Writes a configuration around that of the export. Returns the command that serves the export, and the folder of
 * what nginx writes, which the caller removes.
 *
 * @param {number} port
 * @param {string} [exported]
 */
export function nginxOnExport(port, exported = "export") {
  const folder = mkdtempSync(path.join(tmpdir(), "keylink-nginx-"));
  const brotli = findBrotliModule();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  for (const name of temporary) mkdirSync(path.join(folder, name));
  const server = readFileSync(fromRoot(exported, "nginx.conf"), "utf8")
    .replace("listen 8080;", `listen ${port};`)
    .replace("/srv/keylink/site", fromRoot(exported, "site"))
    .replace(brotli ? /$^/ : /^.*brotli_static on;\n/m, "");
  const file = path.join(folder, "nginx.conf");
  writeFileSync(
    file,
    [
      brotli && `load_module ${brotli};`,
      // Otherwise its workers run as a user who may not read this folder.
      process.getuid?.() === 0 && "user root;",
      `daemon off;\npid ${folder}/pid;\nerror_log stderr;\nworker_processes auto;\nevents {}`,
      `http {\naccess_log off;\n${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join("\n")}`,
      `${server}}`,
    ]
      .filter(Boolean)
      .join("\n"),
  );
  return { command: [findNginx() ?? "nginx", "-c", file, "-p", folder], folder };
}
