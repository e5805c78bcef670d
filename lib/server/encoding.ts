/** What we compress with, best first. */
const ENCODINGS = ["br", "gzip"] as const;

/**
 * The encoding that suits an `Accept-Encoding` header (RFC 9110, section 12.5.3), or undefined for
 * none: the one that the client likes best, and of two that it likes alike the smaller.
 */
export function chooseEncoding(header: string | null): (typeof ENCODINGS)[number] | undefined {
  const weights = new Map(
    (header ?? "").split(",").map((part): [string, number] => {
      const [name = "", ...parameters] = part.toLowerCase().split(";");
      const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
      return [name.trim(), Number(weight ?? 1)];
    }),
  );
  const weightOf = (name: string) => weights.get(name) ?? weights.get("*") ?? 0;
  const [best] = ENCODINGS.filter((name) => weightOf(name) > 0).sort(
    (one, other) => weightOf(other) - weightOf(one),
  );
  return best;
}
