import { getWordings } from "@/lib/content/pages";
import { wordingsOfPage } from "@/lib/wordings/wording-text";
import type { WordingKey } from "@/lib/wordings/keys";
import type { Wording } from "@/lib/schema/wordings";

const GRADE_TEXTS: Record<Wording["grade"], string> = {
  confirmed: "Microsoft prints it",
  reported: "several sources",
  single: "one source",
};

/** A wording as a reader sees it: both lines of the watermark, the steps of a path. */
const shown = (text: string) =>
  text.replaceAll("{product}", "Windows").replaceAll(" > ", " › ").replaceAll(" | ", " / ");

function wordingsOf(keys: readonly WordingKey[]) {
  return getWordings().flatMap(({ lang, name, dir, wordings }) =>
    wordings
      .filter(({ key }) => keys.includes(key))
      .map(({ text, grade, key, windows }) => ({ lang, name, dir, text, grade, key, windows })),
  );
}

/** The sentences of a message page in other languages, each with its language and how sure it is. */
export function KnownWordings({ address }: { address: string }) {
  const wordings = wordingsOf(wordingsOfPage(address));
  if (wordings.length === 0) return null;
  return (
    <ul className="known-wordings">
      {wordings.map(({ lang, name, dir, text, grade }) => (
        <li key={`${lang} ${text}`}>
          {name}:{" "}
          <span lang={lang} dir={dir} translate="no" className="strong">
            {shown(text)}
          </span>{" "}
          <span className="small">({GRADE_TEXTS[grade]})</span>
        </li>
      ))}
    </ul>
  );
}

/** Keys of the paths of a Settings page, by its file name. */
const PATH_KEYS: Record<string, WordingKey[]> = {
  activation: ["path_activation_w11", "path_activation_w10"],
  "your-info": ["path_your_info"],
};

/** The way to a Settings page with the labels of other languages, folded. */
export function KnownPaths({ to }: { to: string }) {
  const wordings = wordingsOf(PATH_KEYS[to] ?? []);
  if (wordings.length === 0) return null;
  return (
    <details className="known-paths no-print">
      <summary>In other languages</summary>
      <ul>
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
