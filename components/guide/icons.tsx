import type { ReactNode } from "react";

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** A check mark. */
export const CheckIcon = () => (
  <Icon>
    <path d="m5 12.5 4.5 4.5L19 7.5" />
  </Icon>
);

/** An arrow to the next step. */
export const ArrowIcon = () => (
  <Icon>
    <path d="M4 12h15m-6-6.5 6.5 6.5-6.5 6.5" />
  </Icon>
);

/** Opens in another program. */
export const OpenIcon = () => (
  <Icon>
    <path d="M13.5 4.5h6v6M19 5l-8 8M10 6H6.5A2.5 2.5 0 0 0 4 8.5v9A2.5 2.5 0 0 0 6.5 20h9a2.5 2.5 0 0 0 2.5-2.5V14" />
  </Icon>
);
