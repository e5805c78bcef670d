import type { Metadata } from "next";
import browser from "@/.generated/browser.json";
import { Keys } from "@/components/content/keys";
import { ActivationHero, SentenceChoice } from "@/components/home/activation-hero";
import { Doors, isDoor } from "@/components/home/doors";
import { PageShell } from "@/components/layout/page-shell";
import { InlineStyle, JsonScript, ScriptSlot } from "@/components/layout/raw-html";
import { Sheet } from "@/components/layout/sheet";
import { SearchForm } from "@/components/search/search-form";
import { Only } from "@/components/windows/only";
import {
  getErrorCodes,
  getGuides,
  getMessages,
  getSettingsPage,
  reviewOf,
} from "@/lib/content/pages";
import { pageJson } from "@/lib/json-ld";
import { pageMetadata } from "@/lib/metadata";
import { WINDOWS_VERSIONS } from "@/lib/windows/version";

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

export default function HomePage() {
  const activation = getSettingsPage("activation");
  return (
    <PageShell
      address={page.address}
      differs
      review={reviewOf([...getGuides(), ...getMessages(), ...getErrorCodes()])}
    >
      <JsonScript type="application/ld+json" data={pageJson("WebSite", page, [])} />
      <section aria-label="Continue" className="continues card hero-continue">
        <ScriptSlot as="p" data-continue-text="" text="You have begun a guide." />
        <a href="/guides" className="button" data-continue-link="">
          <ScriptSlot as="span" data-continue-label="" text="Continue" />
          <ScriptSlot as="span" data-continue-where="" />
        </a>
      </section>
      <div className="hero">
        <div className="hero-title">
          <h1>Is your Windows license linked?</h1>
          <p className="hero-wide text-muted">
            One sentence on your PC tells. Choose what yours says.
          </p>
          <p className="hero-narrow text-muted">
            On the PC: <Keys press="Win+I" />, then <ActivationPath />
            <Only windows="11">
              {" "}
              › <b translate="no">Activation state</b>
            </Only>
            .
          </p>
        </div>
        <div className="hero-search">
          <p className="hero-search-label">Have an error code or a question?</p>
          <SearchForm
            id="home-search"
            variant="page"
            windows="11"
            placeholder="0xC004F211, new motherboard…"
          />
        </div>
        <div className="hero-window">
          <ActivationHero />
          <div className="hero-open">
            <a href={activation?.uri} className="opens-on-windows button">
              Open Activation on this PC
            </a>
            <p className="text-[0.95rem]">
              <span className="says-on-the-pc">On the PC: press</span>
              <span className="opens-on-windows">Or press</span> <Keys press="Win+I" />, then{" "}
              <ActivationPath />
              <Only windows="11">
                , and open <b translate="no">Activation state</b>
              </Only>
              .
            </p>
          </div>
        </div>
        <fieldset className="hero-ask">
          <legend>
            <span className="hero-number" aria-hidden="true">
              1
            </span>
            What does yours say?
          </legend>
          <SentenceChoice />
          <p className="hero-other">
            <a href="/messages">
              Something else: all{" "}
              {WINDOWS_VERSIONS.map((windows) => (
                <Only key={windows} windows={windows}>
                  {getMessages().filter((message) => message.windows.includes(windows)).length}
                </Only>
              ))}{" "}
              texts
            </a>
            <a href="/start">Not sure? Answer a few questions</a>
          </p>
        </fieldset>
      </div>
      <Sheet />

      <section aria-labelledby="where" className="mt-12">
        <h2 id="where">Or start from where you are</h2>
        <Doors />
        <ul className="quiet-list">
          {getGuides()
            .filter(({ slug }) => !isDoor(slug))
            .map((guide) => (
              <li key={guide.slug}>
                <a href={guide.address}>{guide.title}</a>
              </li>
            ))}
          <li>
            <a href="/errors">I get an error code</a>
          </li>
          <li>
            <a href="/articles/what-linking-does">What does linking do?</a>
          </li>
        </ul>
      </section>

      <ul className="pledge" aria-label="What to expect from Keylink">
        <li>Every claim has a source</li>
        <li>Nothing leaves your browser: no account, no cookie, no tracker</li>
        <li>Free, and works without scripts</li>
      </ul>
      <InlineStyle css={browser.homeStyles} name={browser.homeStylesHash} />
    </PageShell>
  );
}

/** Where Activation is in Settings. */
function ActivationPath() {
  const activation = getSettingsPage("activation");
  return WINDOWS_VERSIONS.map((windows) => (
    <Only key={windows} windows={windows}>
      <b translate="no">
        {(windows === "11" ? activation?.path11 : activation?.path10)?.join(" › ")}
      </b>
    </Only>
  ));
}
