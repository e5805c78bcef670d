import { getLink } from "@/lib/content/pages";
import type { ExplainedCode } from "@/lib/errors/code-facility";

/** What the number of a code without a page says, what that means, and where to go on. */
export function ExplainedCodeText({ of: explained }: { of: ExplainedCode }) {
  const { code, title, says, detail, means, next } = explained;
  return (
    <section aria-labelledby="by-its-number" className="note mt-5 max-w-[46rem]" data-explained="">
      <h2 id="by-its-number" className="text-[1.125rem]">
        <span translate="no">{code}</span> by its number: {title}
      </h2>
      {detail ? <p className="strong">{detail}</p> : null}
      <p>{says}</p>
      <p>{means}</p>
      <ul>
        {next.map((address) => (
          <li key={address}>
            <a href={address} className="inline-block py-1">
              {getLink(address).title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
