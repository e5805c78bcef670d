import type { ReactNode } from "react";
import type { Crumb } from "@/lib/site/kinds";
import { Breadcrumbs } from "./breadcrumbs";
import { Sheet } from "./sheet";

/**
 * Breadcrumbs, title and the lines that answer first. All of it is shown before the style sheet is there, which
 * follows it. `sheetBelow`: the page renders `<Sheet />` itself, further down.
 */
export function PageHead({
  trail,
  title,
  sheetBelow = false,
  children,
}: {
  trail: Crumb[];
  title: ReactNode;
  sheetBelow?: boolean;
  children?: ReactNode;
}) {
  return (
    <>
      <div className="measure">
        <Breadcrumbs trail={trail} />
        <h1>{title}</h1>
        {children ? <div className="prose lead text-muted mt-4">{children}</div> : null}
      </div>
      {sheetBelow ? null : <Sheet />}
    </>
  );
}
