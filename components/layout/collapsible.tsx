import type { ReactNode } from "react";

/** A collapsed section for what few readers need. The browser's own search finds its text. */
export function Collapsible({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="collapsible prose">
      <summary>{title}</summary>
      {children}
    </details>
  );
}
