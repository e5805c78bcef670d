import type { ReactNode } from "react";
import type { Windows } from "@/lib/windows/version";

/** Content for one Windows version. Both versions are in the HTML; CSS and an attribute choose. */
export function Only({
  windows,
  block = false,
  children,
}: {
  windows: Windows;
  block?: boolean;
  children: ReactNode;
}) {
  const Element = block ? "div" : "span";
  return <Element data-only={windows}>{children}</Element>;
}
