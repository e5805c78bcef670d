import { Text } from "@/components/content/text";
import { ScreenWindow } from "@/components/screen/screen-window";
import { type ComparedStep, pathFor, picturesOf } from "@/lib/content/compare";
import type { CitedFact } from "@/lib/content/facts";
import { getSettingsPage } from "@/lib/content/pages";
import { getDrawings } from "@/lib/content/screens";
import { endOfStepTitle } from "@/lib/content/wording";
import { WINDOWS_VERSIONS, type Windows } from "@/lib/windows/version";

/** A step on both versions, side by side, below what differs in words. */
export function ComparedStepView({
  guide,
  compared: { step, chapter, differences },
  facts,
}: {
  /** Address of the guide. */
  guide: string;
  compared: ComparedStep;
  facts: CitedFact[];
}) {
  const title = `compare-${step.id}`;
  const versions = step.only ? [step.only] : WINDOWS_VERSIONS;
  return (
    <section aria-labelledby={title} className="mt-12">
      <p className="text-[0.95rem] text-muted">{chapter}</p>
      <h2 id={title}>{step.title}</h2>
      <ul className="mt-2 list-disc ps-5">
        {differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
      <div className="mt-4 grid gap-6 min-[56.25rem]:grid-cols-2">
        {versions.map((windows) => (
          <OnVersion
            key={windows}
            step={step}
            windows={windows}
            address={`${guide}?windows=${windows}#${step.id}`}
            facts={facts}
          />
        ))}
      </div>
    </section>
  );
}

function OnVersion({
  step,
  windows,
  address,
  facts,
}: {
  step: ComparedStep["step"];
  windows: Windows;
  address: string;
  facts: CitedFact[];
}) {
  const path = pathFor(step.settings ? getSettingsPage(step.settings) : undefined, windows);
  const pictures = picturesOf(step).flatMap(({ screen, target }) => {
    const drawn = getDrawings(screen).find((drawing) => drawing.windows === windows);
    return drawn ? { screen, target, drawn } : [];
  });
  return (
    <div className="card min-w-0 p-4">
      <h3>Windows {windows}</h3>
      {path ? (
        <p className="mt-2">
          <b translate="no">Settings › {path}</b>
        </p>
      ) : null}
      {step.warning ? (
        <div className="note note-warn prose mt-3">
          <Text of={step.warning} facts={facts} windows={windows} />
        </div>
      ) : null}
      <div className="prose mt-2">
        <Text of={step.text} facts={facts} windows={windows} />
        {step.see ? (
          <>
            <p className="font-semibold">{endOfStepTitle(step)}</p>
            <Text of={step.see} facts={facts} windows={windows} />
          </>
        ) : null}
      </div>
      {pictures.map(({ screen, target, drawn }, i) => (
        <div key={screen} className="screen mt-4" aria-hidden="true" translate="no">
          <ScreenWindow drawn={drawn} target={target} number={i + 1} />
        </div>
      ))}
      <p className="mt-4">
        <a href={address} className="inline-block py-1">
          The step for Windows {windows}
          <span className="sr-only">: {step.title}</span>
        </a>
      </p>
    </div>
  );
}
