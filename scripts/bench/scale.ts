/*
 * `npm run bench:scale`: builds the site as it is, and with 1,000 and 5,000 generated documents added, in a folder
 * outside the project that is removed afterwards. Prints time, memory and bytes, and the cost per added document: if
 * that stays the same, growth is linear. Processor time is that of all cores; wall-clock time depends on what else
 * the machine does.
 *
 *   npm run bench:scale -- --documents=1000     other numbers, separated by commas
 *   npm run bench:scale -- --seed=2             other documents
 */
import { spawn, type ChildProcess } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { SOURCES } from "../build.mjs";
import { install } from "../install.mjs";
import { fromRoot, main, Problem, toolEnvironment } from "../process.mjs";
import { writeGenerated } from "./scale-content";

const MOST_DOCUMENTS = 20_000;
const PAGES = ".next/server/app";
/** A page of mostly text that no generated document appears on. */
const READING_PAGE = `${PAGES}/articles/what-linking-does.html`;

const { values } = parseArgs({
  options: {
    documents: { type: "string", default: "1000,5000" },
    seed: { type: "string", default: "1" },
  },
});

function readNumbers(): number[] {
  const numbers = values.documents.split(",").map(Number);
  if (numbers.every((number) => Number.isInteger(number) && number > 0 && number <= MOST_DOCUMENTS))
    return [...new Set(numbers)].sort((a, b) => a - b);
  throw new Problem("--documents does not name numbers of documents.", {
    expected: `whole numbers from 1 to ${MOST_DOCUMENTS}, separated by commas`,
    found: values.documents,
    remedy: "for example: npm run bench:scale -- --documents=1000",
  });
}

/** Hard links, which take no space; copies if the folder is on another disk. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else
      try {
        linkSync(source, target);
      } catch {
        copyFileSync(source, target);
      }
  }
}

/** Everything that the site is built from. With symbolic links, files would be outside the root of Next.js. */
function copySite(folder: string): void {
  for (const source of SOURCES)
    if (existsSync(fromRoot(source)))
      cpSync(fromRoot(source), path.join(folder, source), {
        recursive: true,
        filter: (file) => file !== fromRoot("public/assets"),
      });
  linkFolder(fromRoot("node_modules"), path.join(folder, "node_modules"));
}

/** Memory of a process and its descendants in MB; undefined on systems without /proc. */
function memoryOfTree(root: number): number | undefined {
  if (!existsSync("/proc/self/stat")) return undefined;
  const children = new Map<number, number[]>();
  const memory = new Map<number, number>();
  for (const name of readdirSync("/proc"))
    try {
      if (!/^\d+$/.test(name)) continue;
      const status = readFileSync(`/proc/${name}/status`, "utf8");
      const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
      memory.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It has ended meanwhile.
    }
  const sum = (pid: number): number =>
    (memory.get(pid) ?? 0) + (children.get(pid) ?? []).reduce((all, child) => all + sum(child), 0);
  return sum(root);
}

/** Clock ticks per second, Linux's unit of processor time. */
const TICKS = 100;

/** Processor seconds of a process and its ended children; undefined on systems without /proc. */
function processorTime(pid: number): number | undefined {
  try {
    const [, fields = ""] = /\) (.*)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    const times = fields.split(" ").slice(11, 15).map(Number);
    return times.reduce((sum, ticks) => sum + ticks, 0) / TICKS;
  } catch {
    return undefined;
  }
}

type Built = {
  documents: number;
  pages: number;
  seconds: number;
  /** Of all cores, so the same on a busy machine. */
  processor?: number;
  /** Processor seconds by step; wall-clock seconds on systems without /proc. */
  steps: Map<string, number>;
  peakMb?: number;
  articleBytes: number;
  generatedBytes?: number;
  outputMb: number;
};

let running: ChildProcess | undefined;

/** Builds the copy from scratch and measures it. */
async function buildCopy(folder: string, documents: number): Promise<Built> {
  rmSync(path.join(folder, ".next"), { recursive: true, force: true });
  rmSync(path.join(folder, ".contentlayer"), { recursive: true, force: true });
  const child = spawn(process.execPath, [path.join(folder, "scripts/build.mjs")], {
    cwd: folder,
    env: {
      ...toolEnvironment(),
      // contentlayer2 prefers PWD, which names this folder, to its working directory.
      PWD: folder,
      TSX_TSCONFIG_PATH: undefined,
      NODE_OPTIONS: undefined,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running = child;
  const began = performance.now();
  const pid = child.pid ?? 0;
  let processor: number | undefined;
  let peakMb: number | undefined;
  const sample = () => {
    processor = processorTime(pid) ?? processor;
    const memory = memoryOfTree(pid);
    if (memory !== undefined) peakMb = Math.max(peakMb ?? 0, memory);
  };
  const spent = () => processor ?? (performance.now() - began) / 1000;
  const steps = new Map<string, number>();
  let step: { name: string; since: number } | undefined;
  const endStep = () => {
    if (step) steps.set(step.name, spent() - step.since);
  };
  let output = "";
  const keep = (text: string) => {
    output += text;
    // The build announces each of its steps in such a line.
    for (const [, name = ""] of text.matchAll(/^› (.*)$/gm)) {
      sample();
      endStep();
      // The lines after the last step contain numbers.
      step = /\d/.test(name) ? undefined : { name, since: spent() };
    }
  };
  child.stdout.setEncoding("utf8").on("data", keep);
  child.stderr.setEncoding("utf8").on("data", keep);
  const sampling = setInterval(sample, 250);
  const code = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(sampling);
  running = undefined;
  const seconds = (performance.now() - began) / 1000;
  if (code !== 0)
    throw new Problem(`The site with ${documents} added documents did not build.`, {
      found: `exit code ${code}:\n${output.slice(-3000)}`,
      remedy: "fix what it reports; scripts/bench/scale-content.ts writes the documents",
    });

  const files = readdirSync(path.join(folder, PAGES), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
  const bytesOf = (file: string) => gzipSync(readFileSync(path.join(folder, file))).length;
  const generated = `${PAGES}/articles/generated-articles-0.html`;
  return {
    documents,
    pages: files.filter((file) => file.endsWith(".html")).length,
    seconds,
    processor,
    steps,
    peakMb,
    articleBytes: bytesOf(READING_PAGE),
    generatedBytes: documents > 0 ? bytesOf(generated) : undefined,
    outputMb: files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024 / 1024,
  };
}

function print(results: readonly Built[]): void {
  const [real] = results;
  if (!real) return;
  const cpuOf = ({ processor, seconds }: Built) => processor ?? seconds;
  console.log(
    `\n${"added documents".padEnd(16)}   pages  wall s   cpu s   cpu × real   pages ×   peak MB   output MB   article, gzip B   generated, gzip B`,
  );
  for (const built of results)
    console.log(
      built.documents.toLocaleString("en-US").padEnd(16),
      String(built.pages).padStart(7),
      built.seconds.toFixed(1).padStart(7),
      (built.processor?.toFixed(1) ?? "?").padStart(7),
      (cpuOf(built) / cpuOf(real)).toFixed(2).padStart(12),
      (built.pages / real.pages).toFixed(2).padStart(9),
      (built.peakMb?.toFixed(0) ?? "?").padStart(9),
      built.outputMb.toFixed(0).padStart(11),
      String(built.articleBytes).padStart(17),
      String(built.generatedBytes ?? "").padStart(19),
    );

  console.log(`\n${real.processor === undefined ? "Seconds" : "Processor seconds"} by step`);
  for (const name of real.steps.keys())
    console.log(
      `  ${name.padEnd(30)}`,
      results.map(({ steps }) => (steps.get(name) ?? 0).toFixed(1).padStart(8)).join(""),
    );

  console.log("\nCost per added document; the same in each line means linear growth");
  for (const [i, built] of results.entries()) {
    const before = results[i - 1];
    if (!before) continue;
    const more = built.documents - before.documents;
    const memory =
      built.peakMb !== undefined && before.peakMb !== undefined
        ? `, ${(((built.peakMb - before.peakMb) / more) * 1024).toFixed(0)} KB of memory`
        : "";
    console.log(
      `  from ${before.documents} to ${built.documents}:`.padEnd(24),
      `${(((cpuOf(built) - cpuOf(before)) / more) * 1000).toFixed(1)} ms${real.processor === undefined ? "" : " of processor"}, ${(((built.outputMb - before.outputMb) / more) * 1024).toFixed(0)} KB of output${memory}`,
    );
  }
}

await main(async () => {
  const numbers = readNumbers();
  await install();
  const folder = mkdtempSync(path.join(os.tmpdir(), "keylink-scale-"));
  process.once("exit", () => {
    running?.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => process.exit(signal === "SIGINT" ? 130 : 143));

  copySite(folder);
  const results: Built[] = [];
  for (const documents of [0, ...numbers]) {
    console.log(`Building with ${documents} added documents …`);
    writeGenerated(path.join(folder, "content"), documents, values.seed);
    results.push(await buildCopy(folder, documents));
  }
  print(results);
});
