import { lineAt, replaceOutsideCode, type Notes } from "./notes";

/** Takes the tags of Hexo and Jekyll off: {% … %}, {{ … }} and {: … }. Code and quotes become Markdown. */
export function takeOffGeneratorTags(body: string, firstLine: number, notes: Notes): string {
  let text = body;
  const pass = (
    pattern: RegExp,
    to: (match: RegExpExecArray) => {
      replacement: string;
      what: string;
      why: string;
      kept?: boolean;
    },
  ) => {
    const before = text;
    text = replaceOutsideCode(before, pattern, (match) => {
      const { replacement, what, why, kept } = to(match);
      (kept ? notes.changed : notes.dropped).push({
        line: lineAt(before, match.index, firstLine),
        what,
        why,
        text: match[0],
      });
      return replacement;
    });
  };
  pass(
    /\{%-?\s*(codeblock|highlight|code)\b(.*?)%\}[ \t]*\n?([\s\S]*?)\n?[ \t]*\{%-?\s*end\1\s*-?%\}/g,
    (match) => {
      const language =
        /lang:(\w+)/.exec(match[2] ?? "")?.[1] ??
        (match[1] === "highlight" ? (match[2] ?? "").trim().split(" ")[0] : "");
      return {
        replacement: `\`\`\`${language}\n${match[3]}\n\`\`\``,
        what: `tag ${match[1]}`,
        why: "Written as a Markdown listing.",
        kept: true,
      };
    },
  );
  pass(/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g, () => ({
    replacement: "",
    what: "comment",
    why: "It was not shown to readers.",
  }));
  pass(
    /\{%-?\s*(blockquote|quote|pullquote)\b(.*?)%\}[ \t]*\n?([\s\S]*?)\n?[ \t]*\{%-?\s*end\1\s*-?%\}/g,
    (match) => ({
      replacement: (match[3] ?? "")
        .split("\n")
        .map((line) => `> ${line}`)
        .join("\n"),
      what: `tag ${match[1]}`,
      why: "Written as a Markdown quote; who is quoted, if anybody, stands only here.",
      kept: true,
    }),
  );
  pass(/\{%-?\s*(?:post_link)\s+(\S+)(?:\s+(?:"([^"]*)"|'([^']*)'|(.*?)))?\s*-?%\}/g, (match) => ({
    replacement: match[2] ?? match[3] ?? match[4] ?? "",
    what: "link inside the old site",
    why: "The page does not exist here; the words are kept.",
    kept: true,
  }));
  pass(/\{%-?\s*link\s+(.*?)\s+(https?:\/\/\S+).*?-?%\}/g, (match) => ({
    replacement: `[${match[1]}](${match[2]})`,
    what: "tag link",
    why: "Written as a Markdown link; see below whether it could stay.",
    kept: true,
  }));
  pass(/\{%-?\s*(\w+)[\s\S]*?%\}/g, (match) => ({
    replacement: "",
    what: `tag ${match[1]}`,
    why: /img|image|asset/.test(match[1] ?? "")
      ? "Images are not part of the content."
      : /youtube|vimeo|video|iframe|gist|codepen|jsfiddle/.test(match[1] ?? "")
        ? "Content of other sites is not embedded."
        : "An instruction to the old generator. Words between such tags are kept.",
  }));
  pass(/\{\{[\s\S]*?\}\}/g, () => ({
    replacement: "",
    what: "variable",
    why: "Its value was known to the old generator only.",
  }));
  pass(/\{:[^}\n]*\}/g, () => ({
    replacement: "",
    what: "attributes",
    why: "Classes and ids are not part of the content.",
  }));
  return text;
}
