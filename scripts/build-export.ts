import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { basePathOf } from "../lib/runtime/base-path.mjs";
import {
  CDN_CACHE,
  HEADERS,
  IMMUTABLE,
  OWN_PAGES_ONLY,
  PAGE_CACHE,
  PAGE_HEADERS,
  WORKER,
} from "../lib/security/headers";

/*
 * `npm run export`: writes the finished site as files to export/site, for any static server, with its
 * configuration: export/nginx.conf and export/Caddyfile. Without our server, the browser answers /search and
 * unknown addresses.
 */
const PAGES = ".next/server/app";
/** The tests export elsewhere, and compress less. */
const EXPORT = process.env.EXPORT_FOLDER || "export";
const SITE = `${EXPORT}/site`;
/** The path below which the site was built to be served. */
const BASE = basePathOf(
  (JSON.parse(readFileSync(".next/keylink-served.json", "utf8")) as { site: string }).site,
);
const BASE_PATTERN = BASE.replaceAll(".", "\\.");
/** The files lie below the path, too, so that any server of files finds them. */
const OUT = SITE + BASE;

const browser = JSON.parse(readFileSync(".generated/browser.json", "utf8")) as {
  policies: { page: string; guide: string };
};
const files = JSON.parse(readFileSync(".generated/files.json", "utf8")) as Record<
  string,
  { file: string; type: string }
>;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll("\\", "/"))
    .filter((name) => statSync(join(folder, name)).isFile());
const write = (name: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(OUT, name)), { recursive: true });
  writeFileSync(join(OUT, name), content);
};

rmSync(EXPORT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
cpSync("public", OUT, { recursive: true });
// The files of the previous release (scripts/keep-assets.mjs).
cpSync(join(OUT, "previous"), join(OUT, "assets"), { recursive: true });
rmSync(join(OUT, "previous"), { recursive: true });
for (const name of filesIn(PAGES)) {
  if (name.endsWith(".html") && !/^(_|failed\.)/.test(name))
    write(name, readFileSync(join(PAGES, name)));
  // Prerendered files: the sitemap and robots.txt.
  if (name.endsWith(".body"))
    write(name.slice(0, -".body".length), readFileSync(join(PAGES, name)));
}
write("search.html", readFileSync(join(PAGES, "offline/search.html")));
write("404.html", readFileSync(join(PAGES, "_not-found.html")));
for (const [address, { file }] of Object.entries(files)) {
  // An address without an extension may also be a folder.
  const name =
    address.startsWith("/api/") && !address.endsWith(".json") ? `${address}.json` : address;
  write(name, readFileSync(`.generated/files/${file}`));
}

/** Compressed here, in high quality, so that the server does not have to. */
const QUALITY = process.env.EXPORT_FOLDER ? 3 : 9;
const PACKED = /\.(html|css|js|json|xml|txt|md|svg|webmanifest)$/;
let count = 0;
for (const name of filesIn(OUT)) {
  count += 1;
  const content = readFileSync(join(OUT, name));
  if (!PACKED.test(name) || content.length < 1_000) continue;
  write(`${name}.gz`, gzipSync(content, { level: QUALITY }));
  write(
    `${name}.br`,
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
  );
}

type Header = { key: string; value: string };
const nginx = (headers: Header[], indent = "    ") =>
  headers.map(({ key, value }) => `${indent}add_header ${key} "${value}" always;`).join("\n");
const policy = (value: string): Header => ({ key: "Content-Security-Policy", value });
const pages = [...HEADERS, OWN_PAGES_ONLY, ...PAGE_HEADERS, PAGE_CACHE, CDN_CACHE];
const open = { key: "Access-Control-Allow-Origin", value: "*" };

// An add_header in a block replaces all inherited ones, so each block repeats them.
writeFileSync(
  `${EXPORT}/nginx.conf`,
  `# Made by npm run export: a server block for the files in site/. Put it where nginx reads its sites,
# with the path and the name changed. brotli_static needs the module of Debian's package
# libnginx-mod-http-brotli-static; without it, take the line out.
server {
  listen 8080;
  server_name _;
  root /srv/keylink/site;
  charset utf-8;
  charset_types text/plain text/xml text/markdown application/json application/javascript application/atom+xml text/css;
  types {
    text/html html;
    text/css css;
    application/javascript js;
    application/json json;
    application/manifest+json webmanifest;
    application/atom+xml atom;
    text/xml xml;
    text/plain txt;
    text/markdown md;
    image/svg+xml svg;
    image/png png;
    image/x-icon ico;
  }
  gzip_static on;
  brotli_static on;
  etag on;
  server_tokens off;
  absolute_redirect off;
  error_page 404 ${BASE}/404.html;

${
  BASE
    ? `  location = ${BASE} {
    return 308 ${BASE}/$is_args$args;
  }
  location / {
    return 404;
  }
`
    : ""
}  location ${BASE}/ {
${nginx([...pages, policy(browser.policies.page)])}
    # A slash at the end leads to the address without it, if it is one of ours: no other sign may name a host.
    rewrite ^${BASE_PATTERN}/([\\w.-]+(?:/[\\w.-]+)*)/$ ${BASE}/$1 permanent;
    try_files $uri.html $uri =404;
  }
  location = ${BASE}/ {
${nginx([...pages, policy(browser.policies.page)])}
    try_files ${BASE}/index.html =404;
  }
  location ${BASE}/guides/ {
${nginx([...pages, policy(browser.policies.guide)])}
    try_files $uri.html $uri =404;
  }
  location ${BASE}/assets/ {
${nginx([...HEADERS, OWN_PAGES_ONLY, IMMUTABLE])}
    location ~ ^${BASE_PATTERN}/assets/search-worker- {
${nginx([...HEADERS, OWN_PAGES_ONLY, IMMUTABLE, WORKER], "      ")}
    }
  }
  location = ${BASE}/sw.js {
${nginx([...HEADERS, WORKER, { key: "Cache-Control", value: "no-cache" }])}
  }
  location ${BASE}/api/v1/ {
    default_type application/json;
${nginx([...HEADERS, PAGE_CACHE, CDN_CACHE, open])}
    try_files $uri.json $uri =404;
  }
  location ~ ${BASE && `^${BASE_PATTERN}/.*`}\\.(md|txt|xml)$ {
${nginx([...HEADERS, PAGE_CACHE, CDN_CACHE, open])}
  }
}
`,
);

const caddy = (headers: Header[]) =>
  headers.map(({ key, value }) => `    ${key} "${value.replaceAll('"', '\\"')}"`).join("\n");
writeFileSync(
  `${EXPORT}/Caddyfile`,
  `# Made by npm run export: serves the files in site/. Change the name; Caddy gets the certificate.
:8080 {
  root * /srv/keylink/site
  @pages not path ${["/guides/*", "/assets/*", "/sw.js", "/api/*"].map((path) => BASE + path).join(" ")} *.md *.txt *.xml
  header @pages {
${caddy([...pages, policy(browser.policies.page)])}
  }
  @guides {
    path ${BASE}/guides/*
    not path *.md
  }
  header @guides {
${caddy([...pages, policy(browser.policies.guide)])}
  }
  header {
${caddy(HEADERS)}
    -Server
  }
  # Not for a file that is missing.
  @assets {
    path ${BASE}/assets/*
    file
  }
  header @assets {
${caddy([OWN_PAGES_ONLY, IMMUTABLE])}
  }
  header ${BASE}/manifest.webmanifest Content-Type "application/manifest+json"
  header ${BASE}/sw.js Cache-Control "no-cache"
  header ${BASE}/sw.js ${WORKER.key} "${WORKER.value}"
  header ${BASE}/assets/search-worker-* ${WORKER.key} "${WORKER.value}"
  @open path ${BASE}/api/* *.md *.txt *.xml
  header @open {
${caddy([PAGE_CACHE, CDN_CACHE, open])}
  }
  # A slash at the end leads to the address without it, if it is one of ours: no other sign may name a host.
${BASE && `  redir ${BASE} ${BASE}/ permanent\n`}  @slash path_regexp slash ^(${BASE_PATTERN}/[\\w.-]+(?:/[\\w.-]+)*)/$
  redir @slash {re.slash.1} permanent
  try_files {path} {path}.html {path}.json
  file_server {
    precompressed br gzip
    index index.html
  }
  handle_errors {
    rewrite * ${BASE}/404.html
    file_server
  }
}
`,
);
console.log(`Export: ${count} files in ${SITE}; ${EXPORT}/nginx.conf, ${EXPORT}/Caddyfile.`);
