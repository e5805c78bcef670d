/** Collections whose pages have a place for answers. */
export const ANSWERING = ["articles", "guides", "messages", "errors"] as const;
export type AnsweringCollection = (typeof ANSWERING)[number];

/** What a page says first: an answer may point to it instead of saying it once more. */
export function leadOf(collection: AnsweringCollection, document: object): string {
  const { body, lead, meaning } = document as {
    body?: string;
    lead?: string;
    meaning?: string | { text: string };
  };
  switch (collection) {
    case "articles":
      return body?.trim().split(/\n\s*\n/)[0] ?? "";
    case "guides":
      return lead ?? "";
    case "messages":
    case "errors":
      return (typeof meaning === "object" ? meaning.text : meaning) ?? "";
  }
}
