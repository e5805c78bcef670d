import "server-only";
import {
  getAnswerList,
  getErrorAnswer,
  getErrorList,
  getMessageAnswer,
  getMessageList,
} from "@/lib/api/answers";
import { getOpenApi } from "@/lib/api/openapi";
import { lastChanged } from "@/lib/content/changes";
import { getErrorCodes, getMessages } from "@/lib/content/pages";
import { getFeed } from "@/lib/feed";
import { getFullText, getLlmsText, getMarkdown, getMarkdownPages } from "@/lib/markdown/page";
import { getOpenSearch } from "@/lib/open-search";
import { getSecurityText, SECURITY_FILE } from "@/lib/security/security-text";

/** The metadata of a file's response. */
export type FileFacts = {
  /** Includes the character set. */
  type: string;
  /** The day of its last change, `2026-11-21`. */
  changed?: string;
  /** Whether scripts of other sites may read it. */
  shared?: boolean;
  tag: string;
};

/** A file for machines that the build makes from the content: a feed, a copy of a page, data. */
export type SiteFile = Omit<FileFacts, "tag"> & { text: string };

const json = (value: unknown, changed?: string): SiteFile => ({
  type: "application/json; charset=utf-8",
  text: JSON.stringify(value),
  changed,
  shared: true,
});

/** All files for machines, by address. scripts/write-files.ts writes them, app/file serves them. */
export function getSiteFiles(): Map<string, SiteFile> {
  const newest = lastChanged("/");
  const files = new Map<string, SiteFile>([
    [
      "/feed.xml",
      {
        type: "application/atom+xml; charset=utf-8",
        text: getFeed(),
        changed: newest,
        shared: true,
      },
    ],
    [
      "/opensearch.xml",
      { type: "application/opensearchdescription+xml; charset=utf-8", text: getOpenSearch() },
    ],
    ["/api/v1/errors", listFile(getErrorList())],
    ["/api/v1/messages", listFile(getMessageList())],
    ["/api/v1/answers", listFile(getAnswerList())],
    ["/api/v1/openapi.json", json(getOpenApi())],
  ]);
  for (const [address, text] of [
    ["/llms.txt", getLlmsText()],
    ["/llms-full.txt", getFullText()],
  ] as const)
    files.set(address, { type: "text/plain; charset=utf-8", text, changed: newest, shared: true });
  const security = getSecurityText();
  if (security) files.set(SECURITY_FILE, { type: "text/plain; charset=utf-8", text: security });
  for (const address of getMarkdownPages())
    files.set(`${address}.md`, {
      type: "text/markdown; charset=utf-8",
      text: getMarkdown(address) ?? "",
      changed: lastChanged(address),
      shared: true,
    });
  for (const { code, slug } of getErrorCodes()) {
    const answer = getErrorAnswer(code);
    files.set(`/api/v1/errors/${slug}`, json(answer, answer?.updated));
  }
  for (const { slug } of getMessages()) {
    const answer = getMessageAnswer(slug);
    files.set(`/api/v1/messages/${slug}`, json(answer, answer?.updated));
  }
  return files;
}

const listFile = ({ items, changed }: { items: object[]; changed?: string }) =>
  json({ count: items.length, license: "CC-BY-4.0", items }, changed);
