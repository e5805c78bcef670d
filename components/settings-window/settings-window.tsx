import { getSettingsPage } from "@/lib/content/pages";
import { WINDOWS_VERSIONS, type Windows } from "@/lib/windows/version";
import type { SettingsPage } from "@/lib/schema/settings-pages";

type Drawing = NonNullable<SettingsPage["drawing11"]>;

/**
 * A drawn Settings page, to compare the screen with. Path and rows come from
 * content/settings-pages; a page without a drawing shows nothing. It repeats
 * what the text says, so assistive technology passes over it.
 */
export function SettingsWindow({ to }: { to: string }) {
  const page = getSettingsPage(to);
  if (!page?.drawing10 || !page.drawing11) return null;
  return (
    <>
      {WINDOWS_VERSIONS.map((windows) => {
        const drawing = windows === "11" ? page.drawing11 : page.drawing10;
        const path = windows === "11" ? page.path11 : page.path10;
        return drawing && path ? (
          <Window key={windows} drawing={drawing} path={path} windows={windows} />
        ) : null;
      })}
    </>
  );
}

function Window({
  drawing,
  path,
  windows,
}: {
  drawing: Drawing;
  path: string[];
  windows: Windows;
}) {
  return (
    <figure className="no-print" data-only={windows}>
      <div
        className={`settings-window settings-window-${windows}`}
        aria-hidden="true"
        translate="no"
      >
        <p className="text-muted">← Settings</p>
        <p className="text-[1.15rem] font-semibold">
          {windows === "11" ? path.join(" › ") : path.at(-1)}
        </p>
        {drawing.heading ? <p className="font-semibold">{drawing.heading}</p> : null}
        {drawing.rows.map(({ title, detail, value, point }) => (
          <div key={title} data-point={point ? "" : undefined}>
            {title}
            {value ? <span className="float-end ms-4">{value}</span> : null}
            {detail ? <small>{detail}</small> : null}
          </div>
        ))}
      </div>
      <figcaption className="mt-1 text-[0.85rem] text-muted">
        A drawing of Settings in Windows {windows}
        {drawing.shows ? ` on ${drawing.shows}` : null}, to compare. Your screen can look different.
      </figcaption>
    </figure>
  );
}
