import type { ReactNode } from "react";
import type { Crumb } from "@/lib/site/kinds";
import { Breadcrumbs } from "./breadcrumbs";

/** Breadcrumbs, title and the lines that answer first. */
export function PageHead({
  trail,
  title,
  children,
}: {
  trail: Crumb[];
  title: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="measure">
      <Breadcrumbs trail={trail} />
      <h1>{title}</h1>
      {children ? <div className="prose lead text-muted mt-4">{children}</div> : null}
    </div>
  );
}
