import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { getPreviews, type Preview } from "../lib/content/previews";
import { placeText } from "../lib/screens/caption";
import { drawPreview, PREVIEW_SIZE } from "./preview-picture";

/*
 * Draws the picture of each page that other sites show with a link to it (og:image), and writes
 * .generated/previews.json: the file of each address, and what it shows. A picture is drawn again only when what it
 * shows has changed, or how it is drawn.
 */
const FOLDER = "public/assets/previews";

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 10);

const howItIsDrawn = hash(
  [
    "scripts/preview-picture.tsx",
    "scripts/small-png.ts",
    "lib/screens/draw-screen.ts",
    "lib/site/site.ts",
    "node_modules/next/package.json",
  ]
    .map((file) => readFileSync(file, "utf8"))
    .join(""),
);
const nameOf = (preview: Preview) => `${hash(howItIsDrawn + JSON.stringify(preview))}.png`;

/** As many processes draw at once; more would need their memory and gain little. */
const PROCESSES = Math.min(2, availableParallelism());

const previews = getPreviews();
const names = new Map(previews.map((preview) => [preview.address, nameOf(preview)]));
const fileOf = ({ address }: Preview) => `${FOLDER}/${names.get(address)}`;
const isMissing = (preview: Preview) => !existsSync(fileOf(preview));

/** Draws every second picture or so, in a process of its own. */
async function drawShare(share: number): Promise<void> {
  for (const preview of previews.filter((_, index) => index % PROCESSES === share))
    if (isMissing(preview)) {
      // Whatever interrupts this, no half picture has the name of a whole one.
      writeFileSync(`${fileOf(preview)}.tmp`, await drawPreview(preview));
      renameSync(`${fileOf(preview)}.tmp`, fileOf(preview));
    }
}

async function drawAll(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const needed = new Set(names.values());
  for (const old of readdirSync(FOLDER)) if (!needed.has(old)) rmSync(`${FOLDER}/${old}`);
  const count = previews.filter(isMissing).length;
  if (count > 0) {
    const shares = Array.from({ length: PROCESSES }, (_, share) =>
      once(fork(fileURLToPath(import.meta.url), [String(share)]), "exit"),
    );
    const codes = (await Promise.all(shares)).map(([code]) => code as number);
    if (codes.some((code) => code !== 0)) process.exit(1);
  }
  console.log(`Pictures of pages: ${previews.length}, ${count} of them drawn now.`);
}

/** Short, since each page carries it. */
const alt = ({ title, screen }: Preview) =>
  screen
    ? `${title.replace(/\.$/, "")}. Drawing: ${placeText({ ...screen.drawn, shows: undefined })}`
    : title;

const [, , share] = process.argv;
if (share) await drawShare(Number(share));
else {
  await drawAll();
  mkdirSync(".generated", { recursive: true });
  writeFileSync(
    ".generated/previews.json",
    JSON.stringify(
      Object.fromEntries(
        previews.map((preview) => [
          preview.address,
          { url: fileOf(preview).replace("public", ""), ...PREVIEW_SIZE, alt: alt(preview) },
        ]),
      ),
      null,
      1,
    ),
  );
}
