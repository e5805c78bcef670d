import "server-only";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

let addresses: string[] | undefined;

/**
 * The addresses of the style sheets that every page names. Next.js makes them and tells its own pages only,
 * so scripts/strip-runtime.mjs takes them from those. While `npm run dev` runs they are looked for where
 * Next.js puts them; scripts/dev.mjs has it make a page first.
 */
export function styleSheets(): string[] {
  if (process.env.NODE_ENV !== "production") {
    const folder = path.join(process.cwd(), ".next/dev/static/chunks");
    return (existsSync(folder) ? readdirSync(folder) : [])
      .filter((name) => /^app_globals_.*\.css$/.test(name))
      .map((name) => `/_next/static/chunks/${name}`);
  }
  const file = path.join(process.cwd(), ".next/keylink-served.json");
  addresses ??= (JSON.parse(readFileSync(file, "utf8")) as { sheets: string[] }).sheets;
  return addresses;
}
