/*
 * Compresses responses. Next.js would, too, but only with gzip, and not those of route handlers: it sets their
 * `Content-Type` as a list, which its middleware does not recognize.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, createBrotliCompress, createGzip } from "node:zlib";

/** Our encodings, best first. */
const ENCODINGS = {
  // Quality 7 beats gzip and takes some 30 ms for the longest page; 11, the default, takes seconds.
  // A window of 256 KB is enough for a page; the default needs 16 times the memory per reader.
  br: () =>
    createBrotliCompress({
      params: { [constants.BROTLI_PARAM_QUALITY]: 7, [constants.BROTLI_PARAM_LGWIN]: 18 },
    }),
  gzip: () => createGzip(),
};

/**
 * The encoding for an `Accept-Encoding` header (RFC 9110, section 12.5.3), or undefined for none: the client's
 * favorite, and among equals the one with the smaller result.
 *
 * @param {string} [header]
 */
export function chooseEncoding(header = "") {
  const weights = new Map(
    header.split(",").map((part) => {
      const [name = "", ...parameters] = part.toLowerCase().split(";");
      const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
      return [name.trim(), Number(weight ?? 1)];
    }),
  );
  const weightOf = (/** @type {string} */ name) => weights.get(name) ?? weights.get("*") ?? 0;
  const [best] = /** @type {(keyof typeof ENCODINGS)[]} */ (Object.keys(ENCODINGS))
    .filter((name) => weightOf(name) > 0)
    .sort((one, other) => weightOf(other) - weightOf(one));
  return best;
}

const COMPRESSIBLE = /^(text\/|image\/svg\+xml|application\/([\w.-]+\+)?(json|xml|javascript)\b)/;

/** Larger files are loaded once, after everything else, and would keep a processor busy for half a minute. */
const LARGEST_BYTES = 1_000_000;

/**
 * Our scripts, styles and the search index, by address, in brotli's best quality. They never change, so this is
 * done once. Until then they are compressed like everything else.
 *
 * @type {Map<string, Buffer>}
 */
const smallest = new Map();

/**
 * Compresses the files of a folder one after the other; they are served at `address`.
 *
 * @param {string} folder
 * @param {string} address with a trailing slash
 */
export async function prepareAssets(folder, address) {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, bytes: readFileSync(path.join(folder, name)) }))
    .filter(({ bytes }) => bytes.length <= LARGEST_BYTES)
    // What each page loads is small and needed first; the search index takes seconds.
    .sort((a, b) => a.bytes.length - b.bytes.length);
  for (const { name, bytes } of files)
    smallest.set(address + name, await promisify(brotliCompress)(bytes));
}

/** @param {import("node:http").ServerResponse} response */
const isCompressible = (response) =>
  [200, 404].includes(response.statusCode) &&
  !response.hasHeader("Content-Encoding") &&
  COMPRESSIBLE.test(String(response.getHeader("Content-Type")));

/**
 * Makes `response` compress everything written to it from now on, if the request allows.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function compress(request, response) {
  const encoding = chooseEncoding(String(request.headers["accept-encoding"] ?? ""));
  const { write, end, writeHead } = response;
  const prepared = smallest.get(String(request.url).split("?")[0] ?? "");
  let isPrepared = false;
  /** @type {import("node:zlib").BrotliCompress | import("node:zlib").Gzip | undefined} */
  let stream;

  // Always runs before the first byte: Node calls it if nobody else did.
  response.writeHead = (/** @type {any[]} */ ...args) => {
    if (!response.headersSent && isCompressible(response)) {
      response.appendHeader("Vary", "Accept-Encoding");
      if (encoding && request.method !== "HEAD") begin(encoding);
    }
    return Reflect.apply(writeHead, response, args);
  };

  /** @param {keyof typeof ENCODINGS} encoding */
  function begin(encoding) {
    if (prepared && encoding === "br") {
      isPrepared = true;
      response.setHeader("Content-Encoding", encoding);
      response.setHeader("Content-Length", prepared.length);
      return;
    }
    const made = (stream = ENCODINGS[encoding]());
    response.setHeader("Content-Encoding", encoding);
    response.removeHeader("Content-Length");
    made.on("data", (chunk) => {
      if (!Reflect.apply(write, response, [chunk])) made.pause();
    });
    made.on("end", () => Reflect.apply(end, response, []));
    response.on("drain", () => made.resume());
    // The writer waits for the response's “drain” and does not know about the stream in front of it.
    made.on("drain", () => response.emit("drain"));
    // Otherwise a reader who leaves early would leak the stream and its memory outside the heap.
    response.once("close", () => made.destroy());
  }

  const sendHead = () => {
    if (!response.headersSent) response.writeHead(response.statusCode);
  };
  response.write = (/** @type {any[]} */ ...args) => {
    sendHead();
    if (isPrepared) return true;
    return stream
      ? Reflect.apply(stream.write, stream, args)
      : Reflect.apply(write, response, args);
  };
  response.end = (/** @type {any[]} */ ...args) => {
    sendHead();
    if (isPrepared) Reflect.apply(end, response, [prepared]);
    else if (stream) Reflect.apply(stream.end, stream, args);
    else Reflect.apply(end, response, args);
    return response;
  };
}
