import { Text } from "@/components/content/text";
import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript } from "@/components/layout/raw-html";
import { Related } from "@/components/layout/related";
import { Sources } from "@/components/layout/sources";
import {
  getAnswersSoFar,
  getCaseTarget,
  getWaysIn,
  type CaseTarget,
  type GivenAnswer,
  type MapEntry,
} from "@/lib/content/cases";
import { documentDiffers } from "@/lib/content/differs";
import { citedFacts, type CitedFact } from "@/lib/content/facts";
import type { Loaded } from "@/lib/content/load";
import { pageJson } from "@/lib/json-ld";
import type { Case } from "@/lib/schema/cases";
import { KIND_TEXTS } from "@/lib/site/kind-tables";
import { KINDS, trailOf } from "@/lib/site/kinds";

/**
 * A question of “Which case am I?”. Answers are links, so going back, changing an answer and sharing a question
 * need neither script nor storage.
 */
export function CaseView({ question, first }: { question: Loaded<Case>; first: Loaded<Case> }) {
  const facts = citedFacts("cases", question);
  const isFirst = question.address === first.address;
  const trail = trailOf("case", question);
  return (
    <PageShell
      address={question.address}
      differs={documentDiffers("cases", question)}
      review={question}
    >
      <JsonScript
        type="application/ld+json"
        data={pageJson(KINDS.case.schemaOrg, question, trail)}
      />
      <PageHead trail={trail} title={question.title} />
      <div className="max-w-[46rem]">
        <div className="prose mt-4 text-[1.125rem]">
          <Text of={question.look} facts={facts} />
        </div>
        <ol className="mt-5 space-y-3" aria-label="Answers">
          {question.answers.map((answer) => (
            <li key={answer.id}>
              <Answer answer={answer} facts={facts} />
            </li>
          ))}
        </ol>
        {isFirst ? null : (
          <AnswersSoFar
            given={getAnswersSoFar(question)}
            waysIn={getWaysIn(question)}
            first={first}
          />
        )}
        <p className="mt-6">
          None of these? Look through <a href="/messages">what your screen can say</a>,{" "}
          <a href="/search">search the whole site</a>, or see{" "}
          <a href="/start/map">all questions at a glance</a>.
        </p>
      </div>
      <Related addresses={question.related} />
      <Sources facts={facts} />
    </PageShell>
  );
}

function Answer({
  answer: { label, note, to },
  facts,
}: {
  answer: Case["answers"][number];
  facts: CitedFact[];
}) {
  return (
    <div className="card overflow-hidden">
      <a
        href={to}
        className="flex min-h-12 flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3 leading-snug text-ink no-underline hover:bg-sunken"
      >
        <span className="min-w-0 flex-[1_1_18rem] underline decoration-line underline-offset-4">
          <Text of={label} facts={facts} inline />
        </span>{" "}
        <span className="text-[0.95rem] font-semibold text-accent">
          <TargetText target={getCaseTarget(to)} />
        </span>
      </a>
      {note ? (
        <div className="prose border-t border-line px-4 py-2 text-[0.95rem] text-muted">
          <Text of={note} facts={facts} />
        </div>
      ) : null}
    </div>
  );
}

/** Where an answer leads, in a few words. */
function TargetText({ target: { kind, step, title } }: { target: CaseTarget }) {
  if (kind === "case") return "Next question";
  return `${kind ? `${KIND_TEXTS[kind]}: ` : ""}${step ?? title}`;
}

/** The answers so far, each with a link to change it. */
function AnswersSoFar({
  given,
  waysIn,
  first,
}: {
  given: GivenAnswer[];
  waysIn: GivenAnswer[];
  first: Loaded<Case>;
}) {
  const previous = given.at(-1)?.question;
  return (
    <nav
      aria-labelledby="so-far"
      className="no-print mt-6 rounded-xl border border-line bg-sunken px-4 py-3 text-[0.95rem]"
    >
      <h2 id="so-far" className="mb-1 text-[1rem]">
        Your answers so far
      </h2>
      {waysIn.length > 0 ? (
        <p className="text-muted">
          Several answers lead here. The questions before were:{" "}
          {waysIn.map(({ question }, index) => (
            <span key={question.slug}>
              {index > 0 ? " · " : null}
              <a href={question.address} className="inline-block py-1">
                {question.title}
              </a>
            </span>
          ))}
        </p>
      ) : null}
      {given.length > 0 ? (
        <ol className="space-y-1">
          {given.map(({ question, labels }) => (
            <li key={question.slug}>
              <span className="text-muted">{question.title}</span>{" "}
              <b className="font-semibold">
                {labels.map((label, index) => (
                  <span key={label}>
                    {index > 0 ? " – or: " : null}
                    <Text of={label} facts={[]} inline />
                  </span>
                ))}
              </b>{" "}
              <a href={question.address} className="inline-block py-1">
                Change<span className="sr-only"> the answer to “{question.title}”</span>
              </a>
            </li>
          ))}
        </ol>
      ) : null}
      <p className="mt-1 flex flex-wrap gap-x-5">
        {previous ? (
          <a href={previous.address} className="inline-flex min-h-10 items-center">
            Back to the previous question
          </a>
        ) : null}
        <a href={first.address} className="inline-flex min-h-10 items-center">
          Start again
        </a>
      </p>
    </nav>
  );
}

/** The whole tree as a nested list. A question that several answers lead to is below the first of them. */
export function CaseMap({ map }: { map: MapEntry }) {
  return (
    <ul>
      <MapQuestion entry={map} />
    </ul>
  );
}

/** Prefixed, because “windows-10” alone is the id of the toggle. */
const mapId = ({ slug }: Loaded<Case>) => `case-${slug}`;

function MapQuestion({ entry: { question, answers } }: { entry: MapEntry }) {
  return (
    <li id={mapId(question)}>
      <a href={question.address} className="inline-block py-1 font-semibold">
        {question.title}
      </a>
      <ul className="border-s border-line ps-2 sm:ms-2 sm:ps-4">
        {answers.map(({ id, label, to, below, above }) => (
          <li key={id} className="py-1">
            <Text of={label} facts={[]} inline />
            {below ? (
              <ul className="border-s border-line ps-2 sm:ms-2 sm:ps-4">
                <MapQuestion entry={below} />
              </ul>
            ) : (
              <>
                {" → "}
                <a href={above ? `#${mapId(above)}` : to} className="inline-block py-1">
                  {above ? (
                    `${above.title} (on this page)`
                  ) : (
                    <TargetText target={getCaseTarget(to)} />
                  )}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}
