import type { Metadata } from "next";
import { MessageChoice } from "@/components/content/message-choice";
import { Keys } from "@/components/content/keys";
import { PageShell } from "@/components/layout/page-shell";
import { JsonScript, ScriptRoom } from "@/components/layout/raw-html";
import { SearchForm } from "@/components/search/search-form";
import { Only } from "@/components/windows/only";
import {
  getErrorCodes,
  getGuides,
  getMessage,
  getMessages,
  getSettingsPage,
  reviewOf,
} from "@/lib/content/pages";
import { getGuideNeeds } from "@/lib/content/guide-outline";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { searchAddress } from "@/lib/search/wording";
import { DEFAULT_WINDOWS, onlyVersion, WINDOWS_VERSIONS } from "@/lib/windows/version";

const page = {
  title: "Is your Windows license linked? One sentence tells.",
  description:
    "Find what your screen says, link your Windows 10 or 11 license to your Microsoft account, and prove it. Free, independent, no account needed.",
  address: "/",
};

export const metadata: Metadata = {
  ...pageMetadata(page),
  title: { absolute: `Keylink: ${page.title}` },
};

/** The sentences that most readers meet, in the order of good news to bad. */
const FRONT_DOOR = [
  "digital-license-linked",
  "digital-license",
  "active",
  "organization",
  "not-activated",
  "watermark",
];

export default function HomePage() {
  const activation = getSettingsPage("activation");
  const doors = FRONT_DOOR.flatMap((slug) => getMessage(slug) ?? []);
  return (
    <PageShell
      address={page.address}
      differs
      review={reviewOf([...getGuides(), ...getMessages(), ...getErrorCodes()])}
    >
      <JsonScript type="application/ld+json" data={pageJson("WebSite", page, [])} />
      {/* Not centered: on a slow line the card beside it grows piece by piece, and the text would move with it. */}
      <div className="grid items-start gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,32rem)] lg:pt-4">
        <div className="xl:pt-14">
          <h1 className="lg:text-[2.9rem]">
            Is your Windows license linked? <span className="lg:block">One sentence tells.</span>
          </h1>
          <p className="mt-4 max-w-[36rem] text-[1.15rem] text-muted">
            Find what your screen says, link your license to your Microsoft account, and prove it.
            Best before you change hardware.
          </p>
          <p className="mt-3 max-w-[36rem]">
            Already changed, and Windows is not activated?{" "}
            <a href="/guides/not-activated-after-hardware-change" className="inline-block py-1">
              Start here
            </a>
          </p>
          <div className="mt-6 max-w-[36rem]">
            <SearchForm id="home-search" variant="page" windows="11" />
            <p className="mt-2 flex flex-wrap gap-x-4 text-[0.95rem] text-muted">
              <span className="py-1">For example</span>
              {["0xC004F211", "new motherboard", "add account button missing"].map((example) => (
                <a key={example} href={searchAddress(example, DEFAULT_WINDOWS)} className="py-1">
                  {example}
                </a>
              ))}
            </p>
          </div>
        </div>
        <section
          aria-labelledby="door"
          className="rounded-2xl border border-line bg-sunken p-4 [box-shadow:var(--shadow)] sm:p-5"
        >
          <h2 id="door">What does your Activation page say?</h2>
          <p className="mt-1 mb-4 text-[0.975rem] text-muted">
            Press <Keys press="Win+I" />, then{" "}
            {WINDOWS_VERSIONS.map((windows) => (
              <Only key={windows} windows={windows}>
                <b translate="no">
                  {(windows === "11" ? activation?.path11 : activation?.path10)?.join(" › ")}
                </b>
                {windows === "11" ? (
                  <>
                    {" "}
                    and open <b translate="no">Activation state</b>
                  </>
                ) : null}
              </Only>
            ))}
            .{" "}
            <a href={activation?.uri} className="opens-on-windows inline-block py-1">
              Open it on this PC
            </a>
          </p>
          <ul className="space-y-2">
            {doors.map((message) => (
              <li key={message.slug} data-only={onlyVersion(message.windows)}>
                <MessageChoice message={message} />
              </li>
            ))}
            <li>
              <a
                href="/messages"
                className="choice flex min-h-11 items-center justify-between gap-4 px-4 py-3"
              >
                <span className="choice-words">Something else</span>
                <span className="text-[0.95rem] font-semibold text-accent">
                  All{" "}
                  {WINDOWS_VERSIONS.map((windows) => (
                    <Only key={windows} windows={windows}>
                      {getMessages().filter((message) => message.windows.includes(windows)).length}
                    </Only>
                  ))}{" "}
                  texts
                </span>
              </a>
            </li>
          </ul>
          <p className="mt-3 text-[0.975rem]">
            Not sure?{" "}
            <a href="/start" className="inline-block py-1">
              Answer a few questions
            </a>
          </p>
        </section>
      </div>

      <section aria-label="Continue" className="continues card mt-8 min-h-[5.5rem] px-5 py-4">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <ScriptRoom
            as="p"
            className="min-w-0 flex-[1_1_18rem]"
            data-continue-text=""
            text="You have begun a guide."
          />
          <a href="/guides" className="button button-primary" data-continue-link="">
            <ScriptRoom as="span" data-continue-label="" text="Continue" />
          </a>
        </div>
      </section>

      <section aria-labelledby="where" className="mt-12">
        <h2 id="where">Where are you?</h2>
        <ul className="mt-3 grid gap-x-12 md:grid-cols-2">
          {getGuides().map((guide) => (
            <Situation
              key={guide.slug}
              href={guide.address}
              title={guide.title}
              note={`about ${getGuideNeeds(guide).minutes} minutes`}
            >
              {guide.description}
            </Situation>
          ))}
          <Situation
            href="/errors"
            title="I get an error code"
            note={`${getErrorCodes().length} codes`}
          >
            What it means, whose side it is on, and whether to try, wait or ask.
          </Situation>
          <Situation href="/messages/not-activated" title="Windows is not activated" note="">
            What still works, what to try in which order, and what it can cost.
          </Situation>
          <Situation href="/articles/what-linking-does" title="What does linking do?" note="">
            What it changes, and what it never changes.
          </Situation>
        </ul>
      </section>

      <section
        aria-label="What to expect from Keylink"
        className="mt-10 grid gap-x-12 gap-y-5 border-t border-line pt-8 text-[0.975rem] md:grid-cols-3"
      >
        <Pledge title="Every claim has a source">
          Graded and dated. Where Microsoft says nothing, we say that.
        </Pledge>
        <Pledge title="Nothing leaves your browser">
          No account, no cookie, no tracker. We never ask for your key.
        </Pledge>
        <Pledge title="Works without scripts">
          Reading, switching versions, searching and printing need none.
        </Pledge>
      </section>
    </PageShell>
  );
}

function Situation({
  href,
  title,
  note,
  children,
}: {
  href: string;
  title: string;
  note: string;
  children: string;
}) {
  return (
    <li className="border-t border-line py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <a href={href} className="inline-block py-1 text-[1.1rem] leading-snug font-semibold">
          {title}
        </a>
        {note ? <span className="text-[0.9rem] text-muted">{note}</span> : null}
      </div>
      <p className="text-muted">{children}</p>
    </li>
  );
}

function Pledge({ title, children }: { title: string; children: string }) {
  return (
    <div>
      <p className="font-semibold">{title}</p>
      <p className="text-muted">{children}</p>
    </div>
  );
}
