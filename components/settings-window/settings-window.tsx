import { getSettingsPage } from "@/lib/content/pages";
import { WINDOWS_VERSIONS, type Windows } from "@/lib/windows/version";
import { Only } from "@/components/windows/only";
import type { SettingsPage } from "@/lib/schema/documents";

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
          <Only key={windows} windows={windows} block>
            <Window drawing={drawing} path={path} windows={windows} />
          </Only>
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
    <figure className="no-print m-0">
      <div
        aria-hidden="true"
        translate="no"
        className={`border border-edge bg-sunken text-[0.9rem] ${windows === "11" ? "rounded-xl" : ""}`}
      >
        <div className="flex items-center gap-2 px-3 py-2 text-muted">
          ← Settings
          <span className="ms-auto tracking-[0.5em]">–□×</span>
        </div>
        <div className="px-3 pb-4 sm:px-5">
          <p className="mb-2 font-display text-[1.15rem] font-semibold">
            {windows === "11" ? path.join(" › ") : path.at(-1)}
          </p>
          {drawing.heading ? <p className="mb-2 font-semibold">{drawing.heading}</p> : null}
          <div className="space-y-1.5">
            {drawing.rows.map(({ title, detail, value, point }) => (
              <div
                key={title}
                className={`bg-surface px-3 py-2 ${windows === "11" ? "rounded-md border border-line" : "border-b border-line"} ${point ? "outline-3 outline-offset-1 outline-accent" : ""}`}
              >
                {title}
                {value ? <span className="float-end ms-4">{value}</span> : null}
                {detail ? <span className="block text-[0.825rem] text-muted">{detail}</span> : null}
              </div>
            ))}
          </div>
        </div>
      </div>
      <figcaption className="mt-1 text-[0.85rem] text-muted">
        A drawing of Settings in Windows {windows}, to compare. Your screen can look different.
      </figcaption>
    </figure>
  );
}
