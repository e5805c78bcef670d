import { Text } from "@/components/content/text";
import type { CitedFact } from "@/lib/content/facts";
import { getLink } from "@/lib/content/pages";
import { endCondition } from "@/lib/content/wording";
import type { Guide } from "@/lib/schema/guides";
import { ArrowIcon, CheckIcon } from "./icons";
import { LicenseCard } from "./license-card";
import { sayPlainly } from "./say-plainly";

/**
 * Shown when every step is done: the License card, if the last verdict has one and is reached, or the end that fits.
 * All of them are in the HTML, and say for whom they are; browser/guide/finish.ts shows one without that.
 */
export function GuideFinish({ guide, facts }: { guide: Guide; facts: CitedFact[] }) {
  const proof = guide.verdicts.at(-1);
  const optional = guide.parts.filter(({ optional }) => optional);
  return (
    <section className="finish" data-finish="" aria-label="When every step is done">
      <p className="finish-for">When every step is done: the first of these that fits is yours.</p>
      {proof?.card ? (
        <div data-finish-verdict={proof.id}>
          <EndCondition guide={guide} end={{ verdict: proof.id }} />
          <LicenseCard card={proof.card} facts={facts} />
          {optional.map(({ id, title }) => (
            <p key={id} className="finish-optional no-print">
              <a href={`#${id}`}>{title}</a>
            </p>
          ))}
        </div>
      ) : null}
      {guide.ends.map(({ title, text, good, next, when, verdict }, index) => (
        <article
          key={index}
          className="finish-card"
          data-finish-end={index}
          data-good={good ? "" : undefined}
        >
          <h2 tabIndex={-1} data-finish-title="">
            {good ? <CheckIcon /> : null}
            {title}
          </h2>
          <EndCondition guide={guide} end={{ when, verdict }} />
          <div className="prose">
            <Text of={text} facts={facts} />
          </div>
          {next ? (
            <p className="finish-next no-print">
              <a href={next} className="button button-primary">
                {getLink(next).title}
                <ArrowIcon />
              </a>
            </p>
          ) : null}
        </article>
      ))}
    </section>
  );
}

/** Who gets an end. Readers with script see only theirs. */
function EndCondition({
  guide,
  end,
}: {
  guide: Guide;
  end: Pick<Guide["ends"][number], "when" | "verdict">;
}) {
  return <p className="finish-for">{endCondition(guide, end, sayPlainly)}.</p>;
}
