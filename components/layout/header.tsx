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

function Nav({
  section,
  className,
  label,
}: {
  section?: SectionAddress;
  className: string;
  label: string;
}) {
  return (
    <nav aria-label={label} className={className}>
      {SECTIONS.map(({ address, title }) => (
        <a
          key={address}
          href={address}
          aria-current={address === section ? "true" : undefined}
          className="inline-flex min-h-11 items-center rounded-md px-1.5 text-[0.95rem] xl:max-2xl:px-1 whitespace-nowrap text-muted no-underline hover:text-ink hover:underline aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-2"
        >
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
    <header className="no-print contents">
      {/* Only this row stays: on a phone the page needs the rest of the screen. */}
      <div className="sticky top-0 z-10 border-b border-line bg-surface">
        <div className="wrap flex min-h-16 flex-wrap items-center gap-x-3 py-1.5">
          <a
            href="/"
            className="flex min-h-11 items-center gap-2 text-lg font-bold text-ink no-underline"
          >
            <Mark />
            <span className="max-[23rem]:sr-only">Keylink</span>
          </a>
          <Nav section={section} label="Sections" className="flex max-xl:hidden" />
          <div className="ms-auto flex flex-wrap items-center justify-end gap-1 md:gap-2">
            <a
              href="/"
              className="continues inline-flex min-h-11 items-center px-1 text-[0.925rem] font-semibold whitespace-nowrap max-xl:hidden"
              data-continue-link=""
            >
              <ScriptRoom as="span" data-continue-short="" text="Continue" />
            </a>
            <SearchForm id="header-search" variant="header" windows={windows ?? "11"} />
            {differs ? <WindowsToggle shown={windows} /> : null}
          </div>
        </div>
      </div>
      <div className="border-b border-line xl:hidden">
        <div className="wrap flex flex-wrap items-start gap-x-4">
          <Nav section={section} label="Sections" className="-ms-1.5 flex gap-x-2 max-md:hidden" />
          {/* On a phone the sections would take two lines of every page; one word opens them. */}
          <details className="fold grow md:hidden">
            <summary className="w-fit text-[0.95rem]">Menu</summary>
            <Nav section={section} label="Sections" className="-ms-1.5 grid grid-cols-2 pb-2" />
          </details>
          <a
            href="/"
            className="continues ms-auto inline-flex min-h-11 items-center text-[0.95rem] font-semibold"
            data-continue-link=""
          >
            <ScriptRoom as="span" data-continue-short="" text="Continue" />
          </a>
        </div>
      </div>
    </header>
  );
}
