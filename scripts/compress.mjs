/*
 * Compresses what the server sends. Next.js would do so too, but with gzip only, and not what route
 * handlers answer: it sets their `Content-Type` as a list, which its middleware does not recognize.
 */
import { constants, createBrotliCompress, createGzip } from "node:zlib";

/** What we compress with, best first. */
const ENCODINGS = {
  // Quality 5 takes as long as gzip and makes a twelfth less of it; 11, the default, takes 50 times as
  // long. A window of 256 KB holds a page; the default takes 16 times the memory for each reader.
  br: () =>
    createBrotliCompress({
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 },
    }),
  gzip: () => createGzip(),
};

/**
 * The encoding that suits an `Accept-Encoding` header (RFC 9110, section 12.5.3), or undefined for
 * none: the one that the client likes best, and of two that it likes alike the smaller.
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

/** @param {import("node:http").ServerResponse} response */
const isCompressible = (response) =>
  [200, 404].includes(response.statusCode) &&
  !response.hasHeader("Content-Encoding") &&
  COMPRESSIBLE.test(String(response.getHeader("Content-Type")));

/**
 * Makes `response` compress what is written to it from now on, as the request allows.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function compress(request, response) {
  const encoding = chooseEncoding(String(request.headers["accept-encoding"] ?? ""));
  // So that Next.js does not compress too.
  delete request.headers["accept-encoding"];
  const { write, end, writeHead } = response;
  /** @type {import("node:zlib").BrotliCompress | import("node:zlib").Gzip | undefined} */
  let stream;

  // Comes before the first byte in any case: Node calls it when nobody else did.
  response.writeHead = (/** @type {any[]} */ ...args) => {
    if (!response.headersSent && isCompressible(response)) {
      response.appendHeader("Vary", "Accept-Encoding");
      if (encoding && request.method !== "HEAD") begin(encoding);
    }
    return Reflect.apply(writeHead, response, args);
  };

  /** @param {keyof typeof ENCODINGS} encoding */
  function begin(encoding) {
    const made = (stream = ENCODINGS[encoding]());
    response.setHeader("Content-Encoding", encoding);
    response.removeHeader("Content-Length");
    made.on("data", (chunk) => {
      if (!Reflect.apply(write, response, [chunk])) made.pause();
    });
    made.on("end", () => Reflect.apply(end, response, []));
    response.on("drain", () => made.resume());
    // Whoever writes waits for the answer to drain, and knows nothing of the stream before it.
    made.on("drain", () => response.emit("drain"));
    // A reader who leaves early would keep it, and its memory outside of the heap, for ever.
    response.once("close", () => made.destroy());
  }

  const sendHead = () => {
    if (!response.headersSent) response.writeHead(response.statusCode);
  };
  response.write = (/** @type {any[]} */ ...args) => {
    sendHead();
    return stream
      ? Reflect.apply(stream.write, stream, args)
      : Reflect.apply(write, response, args);
  };
  response.end = (/** @type {any[]} */ ...args) => {
    sendHead();
    if (stream) Reflect.apply(stream.end, stream, args);
    else Reflect.apply(end, response, args);
    return response;
  };
}
