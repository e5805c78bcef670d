import type { Wordings } from "@/lib/schema/wordings";
import type { WordingKey } from "./keys";

/** The grade of a wording; lib/schema/wordings.ts says what each means. */
export type WordingGrade = Wordings["wordings"][number]["grade"];

/** A language for matching pasted texts, small enough for the search index. */
export type Language = {
  /** `pt-BR` */
  lang: string;
  /** Its name in English. */
  name: string;
  /** Its own name for itself. */
  ownName: string;
  /** Absent if it is written from left to right. */
  dir?: "rtl";
  notEnglish?: string;
  signs?: { language: string[]; activated: string[]; not: string[]; linked: string[] };
  wordings: [key: WordingKey, text: string, grade: WordingGrade][];
};

/** The part of a file of content/wordings for matching. Without its leads, which must not be matched. */
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
