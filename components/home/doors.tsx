import type { ReactNode } from "react";
import { getGuide } from "@/lib/content/pages";

/** Where most readers are, each with a drawing of our own. */
const DOORS: { guide: string; title: string; text: string; picture: ReactNode }[] = [
  {
    guide: "link-your-license",
    title: "Link it now",
    text: "Add your account and prove the link, step by step.",
    picture: (
      <>
        <rect className="f" x="88" y="22" width="128" height="82" rx="9" />
        <path
          className="f"
          d="M72 112h160l-5 7a7 7 0 0 1-6 3H83a7 7 0 0 1-6-3zM104 40h44M104 51h28"
        />
        <rect x="111" y="65" width="46" height="24" rx="12" strokeWidth="6" />
        <rect className="ok" x="143" y="65" width="46" height="24" rx="12" strokeWidth="6" />
        <circle className="soft" cx="220" cy="34" r="24" />
        <path className="f" d="M206 48c1.5-7.5 6.5-11 14-11s12.5 3.5 14 11z" />
        <circle className="f" cx="220" cy="28" r="7.5" />
      </>
    ),
  },
  {
    guide: "before-hardware-change",
    title: "Hardware will change",
    text: "Link first, save two things, take a sheet to the shop.",
    picture: (
      <>
        <rect className="soft" x="74" y="14" width="132" height="108" rx="10" />
        <rect className="f" x="98" y="40" width="50" height="50" rx="6" />
        <path d="M110 52h26v26h-26zM108 40v-7M123 40v-7M138 40v-7M108 97v-7M123 97v-7M138 97v-7M98 50h-7M98 65h-7M98 80h-7M155 50h-7M155 65h-7M155 80h-7M91 108h60M166 108h26" />
        <path className="f" d="M166 28h9v62h-9zM182 28h9v62h-9z" />
        <g transform="translate(-10 -1) rotate(38 232 70)">
          <rect className="warn" x="222" y="8" width="20" height="54" rx="9" />
          <path className="f" d="M229 62h6v44l-1 10h-4l-1-10z" />
        </g>
      </>
    ),
  },
  {
    guide: "not-activated-after-hardware-change",
    title: "Windows is not activated",
    text: "What to try, in order, and what it can cost.",
    picture: (
      <>
        <rect className="f" x="82" y="16" width="156" height="88" rx="10" />
        <path d="M160 104v14M130 120h60" />
        <rect className="soft" x="94" y="28" width="132" height="64" rx="5" />
        <path d="M172 74h42M182 83h32M104 40h22M104 50h14" />
        <circle className="bad" cx="238" cy="22" r="19" />
        <path className="on" d="M238 13v10M238 30v.2" strokeWidth="4" />
      </>
    ),
  },
];

/** The three ways in below the hero. */
export function Doors() {
  return (
    <ul className="doors">
      {DOORS.map(({ guide, title, text, picture }) => (
        <li key={guide} className="card">
          <svg viewBox="0 0 320 136" aria-hidden="true" focusable="false">
            {picture}
          </svg>
          <div>
            <a href={getGuide(guide)?.address}>{title}</a>
            <p className="text-muted">{text}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The guides that the doors do not lead to. */
export const isDoor = (slug: string): boolean => DOORS.some(({ guide }) => guide === slug);
