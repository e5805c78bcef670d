/** The collections whose pages show answers. */
export const ANSWERING = ["articles", "guides", "messages", "errors"] as const;
type AnsweringCollection = (typeof ANSWERING)[number];

/** The first lines of a page: an answer may refer to them instead of repeating them. */
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
