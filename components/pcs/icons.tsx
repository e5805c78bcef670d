import type { ReactNode } from "react";

const Icon = ({ children }: { children: ReactNode }) => (
  <svg
    className="size-6 flex-none fill-none stroke-current stroke-2 [stroke-linecap:round] [stroke-linejoin:round]"
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
  >
    {children}
  </svg>
);

export const WarningIcon = () => (
  <Icon>
    <path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17.2v.1" />
  </Icon>
);

export const ShieldIcon = () => (
  <Icon>
    <path d="M12 3 4.5 6v5.5c0 4.6 3.1 8 7.5 9.5 4.4-1.5 7.5-4.9 7.5-9.5V6zM8.5 12l2.5 2.5 4.5-4.5" />
  </Icon>
);

export const ArrowIcon = () => (
  <Icon>
    <path d="M4 12h15m-6-6.5 6.5 6.5-6.5 6.5" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M12 5v14M5 12h14" />
  </Icon>
);

export const MoveIcon = () => (
  <Icon>
    <path d="M4 8h13m-4-4 4 4-4 4M20 16H7m4-4-4 4 4 4" />
  </Icon>
);

export const PrintIcon = () => (
  <Icon>
    <path d="M7 9V4h10v5M7 17H5a2 2 0 0 1-2-2v-4a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2h-2M7 14h10v6H7z" />
  </Icon>
);

/** A PC, with the sign of its state on the screen. */
export const PcDrawing = () => (
  <svg className="pc-drawing" viewBox="0 0 96 64" aria-hidden="true" focusable="false">
    <rect x="15" y="3" width="66" height="44" rx="6" />
    <path d="M48 47v10M33 59h30" />
    <path className="pc-drawing-ok" d="m38 25 7.5 7.5L60 18" />
    <path className="pc-drawing-open" d="M27 17h38M27 24h26M27 34h14m5 0h3m5 0h3m5 0h3" />
  </svg>
);
