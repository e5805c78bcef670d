import { Text } from "@/components/content/text";
import type { CitedFact } from "@/lib/content/facts";
import type { Guide } from "@/lib/schema/guides";

/**
 * What the reader has proved (C8). Each verdict has both texts in the HTML:
 * what is missing, and what is proved; the script shows the one that is true.
 */
export function GuideVerdicts({ guide, facts }: { guide: Guide; facts: CitedFact[] }) {
  if (guide.verdicts.length === 0) return null;
  return (
    <section aria-labelledby="proved" className="card mb-6 p-5">
      <h2 id="proved">What you have proved</h2>
      <ul className="mt-3 space-y-4">
        {guide.verdicts.map(({ id, title, open, reached, steps }) => (
          <li key={id} data-verdict={id}>
            <p className="font-semibold">{title}</p>
            <div className="prose" data-verdict-open="">
              <Text of={open} facts={facts} />
              <p className="text-[0.95rem] text-muted">
                Steps:{" "}
                {steps.map((step, index) => {
                  const title = guide.parts
                    .flatMap((part) => part.steps)
                    .find((s) => s.id === step)?.title;
                  return (
                    <span key={step}>
                      {index > 0 ? " · " : null}
                      <a href={`#${step}`}>{title}</a>
                    </span>
                  );
                })}
              </p>
            </div>
            <div className="prose note note-ok" data-verdict-reached="" hidden>
              <Text of={reached} facts={facts} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
