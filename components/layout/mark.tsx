/**
 * Keylink's logo: a key whose bow is a link of a chain. Decorative, since the name is beside it. The icon of the
 * tab, public/icon.svg, is the same (tested).
 */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" className="mark" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" stroke="none" />
      <g fill="none" strokeWidth="2.6" strokeLinecap="round">
        <circle cx="10" cy="13" r="4.4" />
        <path d="M14.9 10.6a4.4 4.4 0 1 1-1.3 5.6" />
        <path d="M20.6 17.2 26 22.6M23.1 19.7l-2.2 2.2" />
      </g>
    </svg>
  );
}
