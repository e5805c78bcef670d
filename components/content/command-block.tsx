import type { ReactNode } from "react";
import { CopyButton } from "./copy-button";

/** A command, large enough to retype from a phone, with a copy button where the clipboard is available. */
export function CommandBlock({ children }: { children: ReactNode }) {
  return (
    <div data-copies="" className="flex flex-wrap items-start gap-2">
      <pre className="min-w-0 grow whitespace-pre-wrap" data-copy-text="">
        {children}
      </pre>
      <CopyButton />
    </div>
  );
}
