import { getLink } from "@/lib/content/pages";

/** Related reading: what helps next, in the writer's order. */
export function Related({ addresses }: { addresses: string[] }) {
  if (addresses.length === 0) return null;
  return (
    <section
      aria-labelledby="related"
      className="when-idle no-print mt-12 border-t border-line pt-6"
    >
      <h2 id="related">Read next</h2>
      <ul className="mt-3 grid gap-x-10 md:grid-cols-2">
        {addresses.map((address) => {
          const { title, description } = getLink(address);
          return (
            <li
              key={address}
              className="border-t border-line py-3 first:border-0 md:[&:nth-child(2)]:border-0"
            >
              <a href={address} className="inline-block py-1 font-semibold">
                {title}
              </a>
              {description ? <p className="text-[0.95rem] text-muted">{description}</p> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
