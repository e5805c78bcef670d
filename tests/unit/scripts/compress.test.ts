import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { chooseEncoding, compress, prepareAssets } from "@/scripts/compress.mjs";

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["GZIP", "gzip"],
  ["br;q=0.5, gzip;q=0.8", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["br ; q=1.0 , gzip ; q=0.1", "br"],
  ["*", "br"],
  ["*;q=0.2, br;q=0", "gzip"],
  ["identity", undefined],
  ["gzip;q=0", undefined],
  ["deflate", undefined],
  ["gzip;q=nonsense", "gzip"],
  ["", undefined],
  [undefined, undefined],
])("%j is answered with %s", (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding);
});

test("a file that never changes goes out as small as it can be, once that is made", async () => {
  const folder = mkdtempSync(join(tmpdir(), "keylink-assets-"));
  const text = "a script that repeats itself; ".repeat(200);
  mkdirSync(join(folder, "a-folder"));
  writeFileSync(join(folder, "one.js"), text);
  await prepareAssets(folder, "/assets/");
  const server = createServer((request, response) => {
    compress(request, response);
    response.setHeader("Content-Type", "application/javascript");
    response.write(text.slice(0, 50));
    response.end(text.slice(50));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  for (const path of ["/assets/one.js", "/assets/one.js?again", "/assets/other.js"])
    for (const encoding of ["br", "gzip", "identity"]) {
      const answer = await fetch(`http://localhost:${port}${path}`, {
        headers: { "Accept-Encoding": encoding },
      });
      expect(await answer.text(), `${path} ${encoding}`).toBe(text);
      expect(answer.headers.get("content-length")).toBe(
        path !== "/assets/other.js" && encoding === "br"
          ? String(brotliCompressSync(text).length)
          : null,
      );
    }
  server.close();
  rmSync(folder, { recursive: true });
});
