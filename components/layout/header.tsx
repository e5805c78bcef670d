import { SearchForm } from "@/components/search/search-form";
import { WindowsToggle } from "@/components/windows/windows-toggle";
import { DOCUMENT_KINDS, kindAt, type DocumentKind } from "@/lib/site/kinds";
import type { Windows } from "@/lib/windows/version";
import { Mark } from "./mark";
import { ScriptSlot } from "./raw-html";

function Nav({ section, className = "" }: { section?: DocumentKind; className?: string }) {
  return (
    <nav aria-label="Sections" className={`sections ${className}`.trim()}>
      {DOCUMENT_KINDS.filter(({ inHeader }) => inHeader).map(({ kind, address, many }) => (
        <a key={kind} href={address} aria-current={kind === section ? "true" : undefined}>
          {many}
        </a>
      ))}
    </nav>
  );
}

/** The way back to the guide in use, named below, with the PC where there are several; long names are cut. */
const Continue = () => (
  <a href="/" className="continues" data-continue-link="">
    <ScriptSlot as="span" data-continue-label="" text="Continue" />
    <ScriptSlot as="span" data-continue-where="" />
  </a>
);

/** The header of every page: name, sections, search and, where the text differs, the toggle. */
export function Header({
  address,
  differs,
  windows,
}: {
  address: string;
  differs: boolean;
  windows?: Windows;
}) {
  const section = kindAt(address)?.kind;
  return (
    <header className="header no-print">
      {/* Only this row stays: on a phone the page needs the rest of the screen. */}
      <div className="bar">
        <div className="wrap">
          <a href="/" className="brand">
            <Mark />
            <span className="max-[24rem]:sr-only">Keylink</span>
          </a>
          <Nav section={section} />
          <div className="bar-end">
            <Continue />
            <SearchForm id="header-search" variant="header" windows={windows ?? "11"} />
            {differs ? <WindowsToggle shown={windows} /> : null}
          </div>
        </div>
      </div>
      <div className="under-bar">
        <div className="wrap">
          <Nav section={section} />
          {/* On a phone the sections would take two lines of every page; one word opens them. */}
          <details className="collapsible menu">
            <summary>Menu</summary>
            <Nav section={section} className="grid grid-cols-2 pb-2" />
          </details>
          <Continue />
        </div>
      </div>
    </header>
  );
}
