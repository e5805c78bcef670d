/** A plain list of pages: titles and descriptions. */
export function PageList({
  pages,
}: {
  pages: { address: string; title: string; description: string; note?: string }[];
}) {
  return (
    <ul className="mt-6 grid gap-x-12 md:grid-cols-2">
      {pages.map(({ address, title, description, note }) => (
        <li key={address} className="border-t border-line py-4">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <a
              href={address}
              className="inline-block py-1 text-[1.125rem] leading-snug font-semibold"
            >
              {title}
            </a>
            {note ? <span className="text-[0.95rem] text-muted">{note}</span> : null}
          </div>
          <p className="text-muted">{description}</p>
        </li>
      ))}
    </ul>
  );
}
