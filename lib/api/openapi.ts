import "server-only";
import { z } from "zod";
import { absolute, SITE_URL } from "@/lib/site/site";
import { DEFAULT_WINDOWS, WINDOWS_VERSIONS } from "@/lib/windows/version";
import {
  answerList,
  errorAnswer,
  errorList,
  messageAnswer,
  messageList,
  problem,
  searchReply,
} from "./schemas";

const schemas = {
  ErrorList: errorList,
  Error: errorAnswer,
  MessageList: messageList,
  Message: messageAnswer,
  AnswerList: answerList,
  SearchReply: searchReply,
  Problem: problem,
};
type SchemaName = keyof typeof schemas;

const json = (name: SchemaName) => ({
  "application/json": { schema: { $ref: `#/components/schemas/${name}` } },
});

const get = (
  operationId: string,
  summary: string,
  name: SchemaName,
  parameters: object[] = [],
  missing?: string,
) => ({
  get: {
    operationId,
    summary,
    parameters,
    responses: {
      "200": { description: "The answer.", content: json(name) },
      "304": { description: "What you have, by its ETag, is still right." },
      ...(missing ? { "404": { description: missing, content: json("Problem") } } : {}),
    },
  },
});

const inPath = (name: string, description: string) => ({
  name,
  in: "path",
  required: true,
  description,
  schema: { type: "string" },
});

const inQuery = (name: string, description: string, schema: object, required = false) => ({
  name,
  in: "query",
  required,
  description,
  schema,
});

/** The description of the API in OpenAPI 3.1, made from the schemas that its answers are checked against. */
export const getOpenApi = () => ({
  openapi: "3.1.0",
  info: {
    title: "Keylink",
    version: "1.0.0",
    description:
      "Error codes, messages and answers about Windows licenses, with grades and sources. Only GET, from every origin, without a key. Version 1 is stable: fields may be added, none is removed or changes its meaning. Answers carry an ETag: send it back in If-None-Match.",
    license: { name: "CC BY 4.0", identifier: "CC-BY-4.0" },
  },
  servers: [{ url: SITE_URL }],
  externalDocs: { url: absolute("/llms.txt"), description: "The whole site for machines" },
  paths: {
    "/api/v1/errors": get("listErrors", "All error codes, in short", "ErrorList"),
    "/api/v1/errors/{code}": get(
      "getError",
      "One error code, with its advice and sources",
      "Error",
      [inPath("code", "In any spelling: 0xC004F211, c004f211, 3221549585, -1073417711")],
      "No page explains this code.",
    ),
    "/api/v1/messages": get("listMessages", "All messages of Windows, in short", "MessageList"),
    "/api/v1/messages/{slug}": get(
      "getMessage",
      "One message, with what to do next and its sources",
      "Message",
      [inPath("slug", "The last part of the page’s address: digital-license-linked")],
      "There is no such message.",
    ),
    "/api/v1/answers": get("listAnswers", "All short answers to readers’ questions", "AnswerList"),
    "/api/v1/search": get("search", "The search of the site", "SearchReply", [
      inQuery("q", "A question, a code, or a sentence from the screen", { type: "string" }, true),
      inQuery("windows", "Which version to rank for", {
        enum: WINDOWS_VERSIONS,
        default: DEFAULT_WINDOWS,
      }),
      inQuery("kind", "One kind of page only", { type: "string" }),
      inQuery("page", "From 1 on, ten results each", { type: "integer", minimum: 1, default: 1 }),
    ]),
  },
  components: {
    schemas: Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => {
        const { $schema: _dialect, ...rest } = z.toJSONSchema(schema);
        return [name, rest];
      }),
    ),
  },
});
