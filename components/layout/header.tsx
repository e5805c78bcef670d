import { SearchForm } from "@/components/search/search-form";
import { WindowsToggle } from "@/components/windows/windows-toggle";
import type { Windows } from "@/lib/windows/version";
import { Mark } from "./mark";
import { ScriptRoom } from "./raw-html";

/** The sections that the header names, in the order of a reader's need. */
export const SECTIONS = [
  { address: "/messages", title: "What you see" },
  { address: "/guides", title: "Guides" },
  { address: "/errors", title: "Error codes" },
  { address: "/articles", title: "Articles" },
  { address: "/glossary", title: "Glossary" },
] as const;

export type SectionAddress = (typeof SECTIONS)[number]["address"];

function Nav({ section, className = "" }: { section?: SectionAddress; className?: string }) {
  return (
    <nav aria-label="Sections" className={`sections ${className}`.trim()}>
      {SECTIONS.map(({ address, title }) => (
        <a key={address} href={address} aria-current={address === section ? "true" : undefined}>
          {title}
        </a>
      ))}
    </nav>
  );
}

/** The header of every page: name, sections, search and, where the text differs, the toggle. */
export function Header({
  section,
  differs,
  windows,
}: {
  section?: SectionAddress;
  differs: boolean;
  windows?: Windows;
}) {
  return (
    <header className="header no-print">
      {/* Only this row stays: on a phone the page needs the rest of the screen. */}
      <div className="bar">
        <div className="wrap">
          <a href="/" className="brand">
            <Mark />
            <span className="unseen brand-name">Keylink</span>
          </a>
          <Nav section={section} />
          <div className="bar-end">
            <a href="/" className="continues" data-continue-link="">
              <ScriptRoom as="span" data-continue-label="" text="Continue" />
            </a>
            <SearchForm id="header-search" variant="header" windows={windows ?? "11"} />
            {differs ? <WindowsToggle shown={windows} /> : null}
          </div>
        </div>
      </div>
      <div className="under-bar">
        <div className="wrap">
          <Nav section={section} />
          {/* On a phone the sections would take two lines of every page; one word opens them. */}
          <details className="fold menu">
            <summary>Menu</summary>
            <Nav section={section} className="grid grid-cols-2 pb-2" />
          </details>
          <a href="/" className="continues" data-continue-link="">
            <ScriptRoom as="span" data-continue-label="" text="Continue" />
          </a>
        </div>
      </div>
    </header>
  );
}
