import type { Wordings } from "@/lib/schema/wordings";
import type { WordingKey } from "./keys";

/** How sure a wording is; lib/schema/wordings.ts says what each grade means. */
export type WordingGrade = Wordings["wordings"][number]["grade"];

/** A language as the readers need it, small enough to travel in the search index. */
export type Language = {
  /** `pt-BR` */
  lang: string;
  /** In English. */
  name: string;
  /** In itself. */
  ownName: string;
  /** Absent where it is read from left to right. */
  dir?: "rtl";
  notEnglish?: string;
  signs?: { language: string[]; activated: string[]; not: string[] };
  wordings: [key: WordingKey, text: string, grade: WordingGrade][];
};

/** What the readers need of a file of content/wordings. Leads stay behind: they may not be matched. */
export function toLanguage({
  lang,
  name,
  ownName,
  dir,
  notEnglish,
  signs,
  wordings,
}: Wordings): Language {
  return {
    lang,
    name,
    ownName,
    ...(dir === "rtl" && { dir }),
    ...(notEnglish && { notEnglish }),
    ...(signs && { signs }),
    wordings: wordings.flatMap(({ key, text, also, grade }) =>
      [text, ...also].map((spelling): Language["wordings"][number] => [key, spelling, grade]),
    ),
  };
}
