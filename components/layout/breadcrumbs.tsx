import type { Crumb } from "@/lib/site/kinds";

/** The breadcrumbs from the home page. The last entry is the page itself. */
export function Breadcrumbs({ trail }: { trail: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="breadcrumbs no-print">
      <ol>
        {[{ address: "/", title: "Home" }, ...trail].map(({ address, title }, index) => (
          <li key={address}>
            {index > 0 ? <span aria-hidden="true">›</span> : null}
            {index === trail.length ? (
              <span aria-current="page">{title}</span>
            ) : (
              <a href={address}>{title}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
