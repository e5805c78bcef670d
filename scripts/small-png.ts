import { deflateSync, inflateSync } from "node:zlib";

/*
 * Makes a PNG of flat colors a third as large: a palette of 64 colors instead of four bytes for each pixel.
 * Reads what resvg writes, 8-bit RGBA without interlacing (PNG specification, third edition).
 */

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RGBA = 6;
const PALETTE = 3;
const BYTES = 4;
/** Enough for the soft edges of letters in a few colors; 256 would make the file half as large again. */
const COLORS = 64;

function chunks(png: Buffer): { type: string; data: Buffer }[] {
  const found = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    found.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return found;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length);
  body.copy(whole, 4);
  whole.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return whole;
}

/** Reused for pictures of the same size: allocating 3 MB for each would cost more than everything else. */
let unfiltered = new Uint8Array();

/** The pixels, one number each. Undoes the filters of the lines (section 9.2). */
function pixelsOf(filtered: Buffer, width: number, height: number): Uint32Array {
  const line = width * BYTES;
  // A line of zeros above the first, as the filters assume.
  const length = line * (height + 1);
  if (unfiltered.length !== length) unfiltered = new Uint8Array(length);
  const bytes = unfiltered;
  for (let y = 0; y < height; y++) {
    const from = y * (line + 1);
    const filter = filtered[from] ?? 0;
    const to = (y + 1) * line;
    const read = filtered.subarray(from + 1, from + 1 + line);
    if (filter === 0) bytes.set(read, to);
    else
      for (let x = 0; x < line; x++) {
        const left = x < BYTES ? 0 : (bytes[to + x - BYTES] ?? 0);
        const above = bytes[to + x - line] ?? 0;
        let predicted = 0;
        if (filter === 1) predicted = left;
        else if (filter === 2) predicted = above;
        else if (filter === 3) predicted = (left + above) >> 1;
        else if (filter === 4) {
          const corner = x < BYTES ? 0 : (bytes[to + x - line - BYTES] ?? 0);
          const toLeft = Math.abs(above - corner);
          const toAbove = Math.abs(left - corner);
          const toCorner = Math.abs(left + above - 2 * corner);
          if (toLeft <= toAbove && toLeft <= toCorner) predicted = left;
          else predicted = toAbove <= toCorner ? above : corner;
        }
        bytes[to + x] = (read[x] ?? 0) + predicted;
      }
  }
  return new Uint32Array(bytes.buffer, line);
}

const partsOf = (color: number) => [color & 0xff, (color >> 8) & 0xff, (color >> 16) & 0xff];

/** How far apart two colors are. */
const distance = (one: number, other: number) => {
  const others = partsOf(other);
  return partsOf(one).reduce((sum, part, i) => sum + (part - (others[i] ?? 0)) ** 2, 0);
};

/** The same picture with the 64 colors that fill most of it. Every other color becomes the nearest of these. */
export function smallPng(png: Buffer): Buffer {
  const parts = chunks(png);
  const head = parts[0]?.data ?? Buffer.alloc(13);
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  if (!png.subarray(0, 8).equals(SIGNATURE) || head[8] !== 8 || head[9] !== RGBA || head[12] !== 0)
    throw new Error("expected a PNG with 8-bit RGBA and no interlacing, as resvg writes it");
  const data = Buffer.concat(parts.flatMap(({ type, data }) => (type === "IDAT" ? [data] : [])));
  const pixels = pixelsOf(inflateSync(data), width, height);

  // Counted run by run, because most pixels are like the one before.
  const counts = new Map<number, number>();
  for (let at = 0, start = 0; at < pixels.length; start = at) {
    const color = pixels[start] ?? 0;
    while (pixels[at] === color) at++;
    counts.set(color, (counts.get(color) ?? 0) + at - start);
  }
  const colors = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([color]) => color);
  const palette = colors.slice(0, COLORS);
  const numbers = new Map(palette.map((color, number) => [color, number]));
  for (const color of colors.slice(COLORS)) {
    const distances = palette.map((other) => distance(color, other));
    numbers.set(color, distances.indexOf(Math.min(...distances)));
  }

  const lines = Buffer.alloc((width + 1) * height);
  let last: number | undefined;
  let number = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const color = pixels[y * width + x] ?? 0;
      if (color !== last) number = numbers.get(color) ?? 0;
      last = color;
      lines[y * (width + 1) + 1 + x] = number;
    }

  const newHead = Buffer.from(head);
  newHead[9] = PALETTE;
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", newHead),
    chunk("PLTE", Uint8Array.from(palette.flatMap(partsOf))),
    chunk("IDAT", deflateSync(lines, { level: 6 })),
    chunk("IEND", new Uint8Array()),
  ]);
}
