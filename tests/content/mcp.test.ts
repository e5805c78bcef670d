import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getErrorAnswer, getMessageAnswer, getSearchReply } from "@/lib/api/answers";
import { parseErrorCode } from "@/lib/errors/error-code";
import { readSearch } from "@/lib/search/search-request";
import { createKeylinkServer } from "@/tools/mcp/server.mjs";

let site: Server;
let address: string;
/** The API of the real content, as the site serves it. */
beforeAll(async () => {
  site = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://site.test");
    const [, , , kind = "", name = ""] = pathname.split("/");
    const answer =
      kind === "errors"
        ? getErrorAnswer(parseErrorCode(decodeURIComponent(name)) ?? "")
        : kind === "messages"
          ? getMessageAnswer(name)
          : getSearchReply(readSearch((parameter) => searchParams.get(parameter) ?? undefined));
    response.writeHead(answer ? 200 : 404, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answer ?? { error: "", help: "" }));
  });
  await new Promise<void>((resolve) => site.listen(0, () => resolve()));
  address = `http://localhost:${(site.address() as AddressInfo).port}`;
});
afterAll(() => void site.close());

async function connect(to: string): Promise<Client> {
  const [near, far] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: "test", version: "1" });
  await Promise.all([createKeylinkServer(to).connect(far), client.connect(near)]);
  return client;
}

async function call(client: Client, name: string, input: Record<string, string>) {
  const { content, isError } = (await client.callTool({ name, arguments: input })) as {
    content: { text: string }[];
    isError?: boolean;
  };
  return { text: content[0]?.text ?? "", isError: isError ?? false };
}

test("the three tools say what they are for", async () => {
  const { tools } = await (await connect(address)).listTools();
  expect(tools.map(({ name }) => name)).toEqual(["lookup_code", "lookup_message", "search"]);
  for (const { description, inputSchema } of tools) {
    expect(description?.length).toBeGreaterThan(40);
    expect(Object.keys(inputSchema.properties ?? {}).length).toBeGreaterThan(0);
  }
});

test("a code in any spelling is found, with its grades and sources", async () => {
  const client = await connect(address);
  for (const code of ["0xC004F211", "c004f211", "-1073417711"]) {
    const { text, isError } = await call(client, "lookup_code", { code });
    expect(isError).toBe(false);
    expect(JSON.parse(text)).toMatchObject({ code: "0xC004F211", meaningGrade: "confirmed" });
  }
  const unknown = await call(client, "lookup_code", { code: "0xC004FFFF" });
  expect(unknown).toMatchObject({ isError: true, text: expect.stringContaining("search") });
});

test("a sentence of the Activation page leads to its message", async () => {
  const client = await connect(address);
  const { text } = await call(client, "lookup_message", {
    message: "Windows is activated with a digital license linked to your Microsoft account.",
  });
  expect(JSON.parse(text)).toMatchObject({ linked: "yes" });
});

test("a question is answered, or the pages that answer it are found", async () => {
  const { text } = await call(await connect(address), "search", { query: "new motherboard" });
  const reply = JSON.parse(text) as { results: { url: string }[] };
  expect(reply.results.length).toBeGreaterThan(0);
});

test("reports an unreachable site, with a remedy", async () => {
  const { text, isError } = await call(await connect("http://localhost:9"), "search", {
    query: "key",
  });
  expect(isError).toBe(true);
  expect(text).toContain("KEYLINK_URL");
});

test("the command speaks over standard input and output", async () => {
  const client = new Client({ name: "test", version: "1" });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: ["tools/mcp/server.mjs"],
      env: { ...process.env, KEYLINK_URL: address } as Record<string, string>,
    }),
  );
  const { text } = await call(client, "lookup_code", { code: "0xC004F211" });
  expect(JSON.parse(text)).toMatchObject({ code: "0xC004F211" });
  await client.close();
});
