import { expect, test } from "vitest";
import { chooseEncoding } from "@/scripts/compress.mjs";

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
