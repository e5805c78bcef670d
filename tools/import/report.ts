import type { ImportedArticle } from "./import-article";
import type { Note } from "./notes";

/** The report of an import, as Markdown. `left` is what is left to do. */
export function importReport(
  article: ImportedArticle,
  { source, draftFile, left }: { source: string; draftFile: string; left: readonly string[] },
): string {
  const { dropped, changed, claims, otherSentences } = article;
  const statements = claims.filter(({ kind }) => kind === "statement");
  const steps = claims.filter(({ kind }) => kind === "step");
  const claimLines = (list: typeof claims) =>
    list.map(({ line, sentence }) => `- Line ${line}: ${sentence}`);
  return [
    `# Import of ${source}`,
    `The draft is ${draftFile}. Every word of the source is in the draft or in this report.`,
    `## Left to do (${left.length})`,
    list(left.map((line) => `- ${line}`)),
    `## Dropped (${dropped.length})`,
    "Lines are those of the source.",
    list(dropped.map(noteLines)),
    `## Changed (${changed.length})`,
    list(changed.map(noteLines)),
    `## Claims that need a source (${statements.length})`,
    `Lines are those of the draft. These sentences name Windows, a license, an account or the like, a number, or a word such as “always”. ${otherSentences} other ${otherSentences === 1 ? "sentence was" : "sentences were"} left out, such as questions. Put \`<Fact id="…" />\` after each claim, or remove it.`,
    list(claimLines(statements)),
    `## Steps to compare with a PC (${steps.length})`,
    list(claimLines(steps)),
  ].join("\n\n");
}

const list = (lines: readonly string[]) => (lines.length > 0 ? lines.join("\n") : "None.");

function noteLines({ line, what, why, text }: Note): string {
  const head = `- Line ${line}, ${what}. ${why}`;
  if (!text) return head;
  // Longer than any run of backticks inside.
  const fence = "`".repeat(
    Math.max(3, ...[...text.matchAll(/`+/g)].map((run) => run[0].length + 1)),
  );
  return [head, "", fence, ...text.split("\n"), fence]
    .map((row, i) => (i === 0 || row === "" ? row : `  ${row}`))
    .join("\n");
}
