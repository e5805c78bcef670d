/** The way from the home page to here. The last entry is the page itself. */
export function Breadcrumbs({ trail }: { trail: { address: string; title: string }[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="no-print mb-2 text-[0.95rem] text-muted">
      <ol className="flex flex-wrap gap-x-2">
        {[{ address: "/", title: "Home" }, ...trail].map(({ address, title }, index) => (
          <li key={address} className="flex items-center gap-2">
            {index > 0 ? <span aria-hidden="true">›</span> : null}
            {index === trail.length ? (
              <span aria-current="page" className="py-1">
                {title}
              </span>
            ) : (
              <a href={address} className="py-1 text-muted">
                {title}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
