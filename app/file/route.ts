import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { NextRequest } from "next/server";
import files from "@/.generated/files.json";
import { fileAnswer } from "@/lib/server/file-answer";
import type { FileFacts } from "@/lib/site-files";

const known = new Map(Object.entries(files as Record<string, FileFacts & { file: string }>));

/** Serves files for machines (lib/site-files.ts). proxy.ts rewrites their addresses to here; the request keeps its own. */
export function GET(request: NextRequest) {
  const found = known.get(request.nextUrl.pathname);
  if (!found) return new Response("No such file.\n", { status: 404 });
  return fileAnswer(request, found, () =>
    readFile(join(process.cwd(), ".generated/files", found.file), "utf8"),
  );
}
