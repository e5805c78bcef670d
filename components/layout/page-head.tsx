import type { ReactNode } from "react";
import { Breadcrumbs } from "./breadcrumbs";

/** Breadcrumbs, title and the lines that answer first. */
export function PageHead({
  trail,
  title,
  children,
}: {
  trail: { address: string; title: string }[];
  title: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="max-w-[46rem]">
      <Breadcrumbs trail={trail} />
      <h1>{title}</h1>
      {children ? <div className="prose mt-3 text-[1.15rem] text-muted">{children}</div> : null}
    </div>
  );
}
