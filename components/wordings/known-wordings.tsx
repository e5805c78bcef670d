import { getWordings } from "@/lib/content/pages";
import { wordingsOfPage } from "@/lib/wordings/wording-text";
import type { WordingKey } from "@/lib/wordings/keys";
import type { Wording } from "@/lib/schema/wordings";

const GRADE_TEXTS: Record<Wording["grade"], string> = {
  confirmed: "Microsoft",
  reported: "reported",
  single: "reported once",
};

/** A wording as readers see it: both lines of the watermark, the steps of a path. */
const shown = (text: string) =>
  text.replaceAll("{product}", "Windows").replaceAll(" > ", " › ").replaceAll(" | ", " / ");

function wordingsOf(keys: readonly WordingKey[]) {
  return getWordings().flatMap(({ lang, name, dir, wordings }) =>
    wordings
      .filter(({ key }) => keys.includes(key))
      .map(({ text, grade, windows }) => ({
        lang,
        name,
        // The page is left to right already.
        dir: dir === "rtl" ? dir : undefined,
        text,
        grade,
        windows,
      })),
  );
}

/** The sentences of a message page in other languages, each with its language and how sure it is. */
export function KnownWordings({ address }: { address: string }) {
  const wordings = wordingsOf(wordingsOfPage(address))
    // A single source without a version has not seen a screen: good enough to recognize a paste, not to compare with.
    .filter(({ grade, windows }) => grade !== "single" || windows.length > 0)
    // One per language: the others only differ in what follows.
    .filter(({ lang }, index, all) => all.findIndex((other) => other.lang === lang) === index);
  if (wordings.length === 0) return null;
  return (
    <ul translate="no">
      {wordings.map(({ lang, name, dir, text, grade }) => (
        <li key={lang}>
          {`${name} (${GRADE_TEXTS[grade]}): `}
          <b lang={lang} dir={dir}>
            {shown(text)}
          </b>
        </li>
      ))}
    </ul>
  );
}

/** Keys of the paths of a Settings page, by its file name. */
const PATH_KEYS: Record<string, WordingKey[]> = {
  activation: ["path_activation_w11", "path_activation_w10"],
};

/** The only page that lists the labels; in each guide they would exceed its budget. */
export function KnownPathsLink({ to }: { to: string }) {
  return to === "activation" ? (
    <a href="/messages#labels" className="no-print text-[0.95rem]">
      In other languages
    </a>
  ) : null;
}

/** The path to a Settings page with its labels in other languages, collapsed. */
export function KnownPaths({ to }: { to: string }) {
  const wordings = wordingsOf(PATH_KEYS[to] ?? []);
  if (wordings.length === 0) return null;
  return (
    <details className="no-print">
      <summary>In other languages</summary>
      <ul id={to === "activation" ? "labels" : undefined}>
        {wordings.map(({ lang, name, dir, text, windows }) => (
          <li key={`${lang} ${text}`}>
            {name}
            {windows.length === 1 ? `, Windows ${windows[0]}` : null}:{" "}
            <b lang={lang} dir={dir} translate="no">
              {shown(text)}
            </b>
          </li>
        ))}
      </ul>
    </details>
  );
}
