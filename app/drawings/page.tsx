import type { Metadata } from "next";
import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";
import { ScreenWindow } from "@/components/screen/screen-window";
import { getDrawings, getScreens } from "@/lib/content/screens";
import { allElements } from "@/lib/screens/draw-screen";
import { FIXED_PAGES } from "@/lib/site/kinds";

const page = FIXED_PAGES.drawings;

export const metadata: Metadata = { title: page.title, robots: { index: false } };

/** Every screen of content/screens in both versions, for writers and reviewers. No page links here. */
export default function DrawingsPage() {
  return (
    <PageShell address={page.address}>
      <PageHead trail={[page]} title={page.title}>
        <p>
          For writers: the name of each screen, and the targets that a step or a message can mark on
          it.
        </p>
      </PageHead>
      {getScreens().map(({ slug, title }) => (
        <section key={slug} id={slug} aria-labelledby={`${slug}-title`} className="drawing">
          <h2 id={`${slug}-title`}>{title}</h2>
          <p className="text-[0.95rem] text-muted">
            <code>{slug}</code>
          </p>
          <div className="drawing-looks">
            {getDrawings(slug).map((drawn) => (
              <figure key={drawn.windows} className="screen">
                <div aria-hidden="true" translate="no">
                  <ScreenWindow drawn={drawn} />
                </div>
                <figcaption>
                  Windows {drawn.windows}:{" "}
                  <code>
                    {allElements(drawn.elements)
                      .filter(({ kind }) => kind !== "nav")
                      .map(({ id }) => id)
                      .join(", ")}
                  </code>
                </figcaption>
              </figure>
            ))}
          </div>
        </section>
      ))}
    </PageShell>
  );
}
