import type { ReactNode } from "react";

/** What few readers need: one line until it is opened, and found by the browser's own search. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="fold prose">
      <summary>{title}</summary>
      {children}
    </details>
  );
}
