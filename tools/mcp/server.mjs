#!/usr/bin/env node
/*
 * An MCP server for assistants: looks things up in a Keylink site over its JSON API (docs/api.md).
 *
 *   npx keylink-mcp                                   from the repository: asks http://localhost:3000
 *   KEYLINK_URL=https://keylink.example npx keylink-mcp
 */
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";

/** How long the site may take to answer. */
const TIMEOUT_MS = 15_000;

const INSTRUCTIONS =
  "Keylink explains Windows 10 and 11 licenses: messages, activation error codes, linking a license to a Microsoft account. Cite the url of an answer, and keep its grade: “reported” is not “confirmed by Microsoft”. Never pass on a product key.";

/** The Windows version of the person asking. */
const windows = z
  .enum(["11", "10"])
  .default("11")
  .describe("The Windows version of the person asking; 11 if unknown.");

/**
 * The server for a site. Tests connect to it directly, the command over standard input and output.
 *
 * @param {string} site the address of a Keylink site
 */
export function createKeylinkServer(site) {
  const server = new McpServer(
    { name: "keylink", version: "1.0.0" },
    { instructions: INSTRUCTIONS },
  );
  const base = site.replace(/\/+$/, "");

  /**
   * Requests a path of the site. Failures become sentences that an assistant can pass on.
   *
   * @param {string} path
   * @param {string} missing what to say if the site answers 404
   */
  const ask = async (path, missing) => {
    try {
      const response = await fetch(`${base}${path}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (response.status === 404) return said(missing, true);
      if (!response.ok)
        return said(`${base} answered ${response.status}. Try again in a minute.`, true);
      return said(JSON.stringify(await response.json(), null, 1));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return said(
        `No answer from ${base}: ${reason}. Start the site (npm start), or name another one in KEYLINK_URL.`,
        true,
      );
    }
  };

  server.registerTool(
    "lookup_code",
    {
      title: "Look up an activation error code",
      description:
        "What a Windows activation, sign-in or update error code means, what is at fault, what to do first and in which order, with grades and sources.",
      inputSchema: {
        code: z
          .string()
          .max(200)
          .describe("In any spelling: 0xC004F211, c004f211, 3221549585, -1073417711"),
      },
      annotations: { readOnlyHint: true },
    },
    ({ code }) =>
      ask(
        `/api/v1/errors/${encodeURIComponent(code)}`,
        `No page explains “${code}”. Try the tool “search” with the words on the screen.`,
      ),
  );

  server.registerTool(
    "lookup_message",
    {
      title: "Look up a sentence of Windows",
      description:
        "What a sentence on the Activation page means: whether the license is linked to a Microsoft account, and what to do next. Takes the exact sentence on the screen.",
      inputSchema: {
        message: z.string().max(1000).describe("The sentence on the screen"),
        windows,
      },
      annotations: { readOnlyHint: true },
    },
    async ({ message, windows: version }) => {
      const query = new URLSearchParams({ q: message, windows: version, kind: "message" });
      const found = await ask(`/api/v1/search?${query}`, "The site has no search.");
      if (found.isError) return found;
      const [result] = JSON.parse(found.content[0]?.text ?? "{}").results ?? [];
      const slug = /\/messages\/([^/#?]+)/.exec(result?.url ?? "")?.[1];
      if (!slug) return said("No message is like this sentence. Try the tool “search”.", true);
      return ask(`/api/v1/messages/${slug}`, "The message is gone. Try the tool “search”.");
    },
  );

  server.registerTool(
    "search",
    {
      title: "Search Keylink",
      description:
        "Answers a question about Windows licenses, or finds the pages that do: guides, messages, codes, terms.",
      inputSchema: { query: z.string().max(1000).describe("A question, in plain words"), windows },
      annotations: { readOnlyHint: true },
    },
    ({ query, windows: version }) =>
      ask(
        `/api/v1/search?${new URLSearchParams({ q: query, windows: version })}`,
        "The site has no search.",
      ),
  );
  return server;
}

/** @param {string} text @param {boolean} [isError] */
const said = (text, isError = false) => ({
  content: [{ type: /** @type {const} */ ("text"), text }],
  isError,
});

const isCommand =
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isCommand)
  await createKeylinkServer(process.env.KEYLINK_URL ?? "http://localhost:3000").connect(
    new StdioServerTransport(),
  );
