import {
  lineNumbers,
  matches,
  pairs,
  replaceOutsideCode,
  type Finder,
  type Found,
  type Notes,
} from "./notes";

const block = (names: string) =>
  pairs(
    new RegExp(`\\{%-?\\s*(${names})\\b((?:(?!\\{%|%\\}).)*)%\\}`, "g"),
    new RegExp(`\\{%-?\\s*end(${names})\\s*-?%\\}`, "g"),
  );

/** The text between two tags, without the line breaks next to them. */
const inside = (text = "") => text.replace(/^[ \t]*\n|\n[ \t]*$/g, "");

/** The address of a link as Markdown accepts it, with or without a title. */
const ADDRESS = /^(?:<[^<>]*>|\S*)(?:\s+(?:"[^"]*"|'[^']*'))?$/;

/** A link definition. */
const DEFINITION =
  /^ {0,3}\[([^[\]\n^][^[\]\n]*)\]:[ \t]*(<?)([^\s<>]+)>?[ \t]*(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))?[ \t]*$/gm;

/** A Liquid tag. One that is not closed ends at the next. */
const TAG = /\{%-?[ \t]*(\w+)((?:(?!\{%|%\})[\s\S])*)%\}/g;

const inlined = (image: string | undefined, words: string, address: string) => ({
  replacement: `${image ?? ""}[${words}](${/[()]/.test(address) ? `<${address}>` : address})`,
  what: "reference link",
  why: "Written with its address; another entry says if it was removed.",
  kept: true,
});

/** Removes the tags of generators: {% … %}, {{ … }} and {: … }. Listings and quotes become Markdown. */
export function removeGeneratorTags(body: string, firstLine: number, notes: Notes): string {
  let text = body;
  const addresses = new Map(
    [...body.matchAll(DEFINITION)].map(([, label = "", , address = ""]) => [
      label.toLowerCase(),
      address,
    ]),
  );
  const pass = (
    find: Finder,
    to: (
      found: Found,
    ) => { replacement: string; what: string; why: string; kept?: boolean } | undefined,
  ) => {
    const lineAt = lineNumbers(text, firstLine);
    text = replaceOutsideCode(text, find, (found) => {
      const made = to(found);
      if (!made) return undefined;
      const { replacement, what, why, kept } = made;
      (kept ? notes.changed : notes.dropped).push({
        line: lineAt(found.index),
        what,
        why,
        text: found.whole,
      });
      return replacement;
    });
  };
  pass(block("codeblock|highlight|code"), ({ groups: [name, options = "", listing] }) => {
    const language =
      /lang:(\w+)/.exec(options)?.[1] ?? (name === "highlight" ? options.trim().split(" ")[0] : "");
    return {
      replacement: `\`\`\`${language}\n${inside(listing)}\n\`\`\``,
      what: `tag ${name}`,
      why: "Written as a Markdown listing.",
      kept: true,
    };
  });
  pass(block("comment"), () => ({
    replacement: "",
    what: "comment",
    why: "It was not shown to readers.",
  }));
  pass(block("blockquote|quote|pullquote"), ({ groups: [name, , quote] }) => ({
    replacement: inside(quote)
      .split("\n")
      .map((line) => `> ${line}`)
      .join("\n"),
    what: `tag ${name}`,
    why: "Written as a Markdown quote, without its author.",
    kept: true,
  }));
  // Hugo: listings, and short codes, whose words stay.
  pass(
    pairs(
      /\{\{[<%]\s*(highlight)\b((?:(?!\{\{|\}\}).)*)\}\}/g,
      /\{\{[<%]\s*\/\s*(highlight)\s*[>%]\}\}/g,
    ),
    ({ groups: [, options = "", listing] }) => ({
      replacement: `\`\`\`${/\w+/.exec(options)?.[0] ?? ""}\n${inside(listing)}\n\`\`\``,
      what: "tag highlight",
      why: "Written as a Markdown listing.",
      kept: true,
    }),
  );
  pass(
    matches(/\]\(\{\{[<%]((?:(?!\{\{|\}\})[\s\S])*)[>%]\}\}[^()\s]*\)/g),
    ({ groups: [address = ""] }) => ({
      replacement: `](/${encodeURIComponent(address.trim())})`,
      what: "link inside the old site",
      why: "The page does not exist here; the words are kept.",
      kept: true,
    }),
  );
  pass(
    matches(/\{\{[<%]\s*\/?\s*(\w*)(?:(?!\{\{|\}\})[\s\S])*\}\}/g),
    ({ groups: [name = ""] }) => ({
      replacement: "",
      what: `tag ${name}`,
      why: "An instruction to the old generator. The words between tags are kept.",
    }),
  );
  pass(matches(TAG), ({ groups: [name = "", rest = ""] }) => {
    const words = rest.replace(/-$/, "").trim();
    if (name === "post_link")
      return {
        replacement: words.replace(/^\S+\s*/, "").replace(/^(["'])(.*)\1$/, "$2"),
        what: "link inside the old site",
        why: "The page does not exist here; the words are kept.",
        kept: true,
      };
    const address = name === "link" ? /https?:\/\/\S+/.exec(words) : null;
    if (address)
      return {
        replacement: `[${words.slice(0, address.index).trim()}](${address[0]})`,
        what: "tag link",
        why: "Written as a Markdown link; another entry says if it was removed.",
        kept: true,
      };
    return {
      replacement: "",
      what: `tag ${name}`,
      why: /img|image|asset/.test(name)
        ? "Content has no images."
        : /youtube|vimeo|video|iframe|gist|codepen|jsfiddle/.test(name)
          ? "Content embeds nothing from other sites."
          : "An instruction to the old generator. The words between tags are kept.",
    };
  });
  // WordPress: a caption belongs to its picture. The words in other short codes stay.
  pass(
    pairs(/\\?\[(caption|gallery)\b[^[\]]*\]/g, /\\?\[\/(caption|gallery)\\?\]/g),
    ({ groups: [name] }) => ({
      replacement: "",
      what: `tag ${name}`,
      why: "Content has no images.",
    }),
  );
  pass(
    pairs(
      /\\?\[(embed|video|audio|playlist)\b[^[\]]*\]/g,
      /\\?\[\/(embed|video|audio|playlist)\\?\]/g,
    ),
    ({ groups: [name] }) => ({
      replacement: "",
      what: `tag ${name}`,
      why: "Content embeds nothing from other sites.",
    }),
  );
  pass(
    matches(
      /\\?\[\/?(gallery|caption|embed|video|audio|playlist|su_\w+|vc_\w+|et_\w+)(?:\s[^[\]]*)?\\?\](?!\()/g,
    ),
    ({ groups: [name] }) => ({
      replacement: "",
      what: `tag ${name}`,
      why: "An instruction to the old generator. The words between tags are kept.",
    }),
  );
  pass(matches(/(!?)\[([^[\]\n]*)\](?:\(([^()\n]*)(\)?)|\[([^[\]\n]*)\])/g), (found) => {
    const [image, words = "", address = "", end, name] = found.groups;
    const isReference = !found.whole.includes("](");
    const known = isReference ? addresses.get((name || words).toLowerCase()) : undefined;
    if (known !== undefined) return inlined(image, words, known);
    // `[x][]` may be no link at all.
    if (isReference ? name === "" : end && ADDRESS.test(address.trim())) return undefined;
    return image
      ? { replacement: "", what: "image", why: "Content has no images." }
      : {
          replacement: words,
          what: "broken link",
          why: "Its address cannot be read; the words are kept.",
          kept: true,
        };
  });
  pass(matches(/(?<!\])(!?)\[([^[\]\n]+)\](?![[(:])/g), ({ groups: [image = "", words = ""] }) => {
    const known = addresses.get(words.toLowerCase());
    return known === undefined ? undefined : inlined(image, words, known);
  });
  pass(matches(DEFINITION), () => ({
    replacement: "",
    what: "link definition",
    why: "See the links that use it.",
  }));
  pass(matches(/^(#{2,6})(?=[^#\s])/gm), ({ whole }) => ({
    replacement: `${whole} `,
    what: "heading",
    why: "Written with a space after its signs.",
    kept: true,
  }));
  pass(matches(/\{\{(?:(?!\{\{|\}\})[\s\S])*\}\}/g), () => ({
    replacement: "",
    what: "variable",
    why: "Only the old generator knew its value.",
  }));
  pass(matches(/^[ \t]*(?:[*+-]|\d+\.)[ \t][^\n]*\n[ \t]*\{:[ \t]*toc\b[^{}\n]*\}/gim), () => ({
    replacement: "",
    what: "table of contents",
    why: "Our pages have one already.",
  }));
  pass(matches(/^(#{1,6}[ \t][^\n{]*)\{#[^{}\n]*\}[ \t]*$|\{:[^{}\n]*\}/gm), ({ groups }) => ({
    replacement: groups[0]?.trimEnd() ?? "",
    what: "attributes",
    why: "Content has no classes and ids.",
  }));
  return text;
}
