import { getSettingsPage } from "@/lib/content/pages";
import type { SettingsPage } from "@/lib/schema/settings-pages";
import { WINDOWS_VERSIONS, type Windows } from "@/lib/windows/version";
import { Only } from "@/components/windows/only";
import { KnownPaths, KnownPathsLink } from "@/components/wordings/known-wordings";
import { CopyButton } from "./copy-button";

/** The written path to a Settings page: `Settings › System › Activation`. */
const pathText = (labels: string[]) => ["Settings", ...labels].join(" › ");

/** The labels on the path to a Settings page, for the shown version. */
export function SettingsLabels({
  of: { path11, path10, page },
  windows: shown,
}: {
  of: SettingsPage;
  /** Only the path on this version, whatever the reader has chosen. */
  windows?: Windows;
}) {
  if (shown) {
    const path = shown === "11" ? path11 : path10;
    return <b translate="no">{pathText(path ?? [page])}</b>;
  }
  return (
    <b translate="no">
      {!path11 || !path10
        ? // No source gives the labels on the way there: the name of the page has to do.
          pathText([page])
        : path10.join() === path11.join()
          ? pathText(path11)
          : WINDOWS_VERSIONS.map((windows) => (
              <Only key={windows} windows={windows}>
                {pathText(windows === "11" ? path11 : path10)}
              </Only>
            ))}
    </b>
  );
}

/**
 * A page of the Settings app: written path, link and Win+R form, all from one file in content/settings-pages. The
 * link works on Windows only; elsewhere the page says what to do on the PC (C2).
 */
export function SettingsPath({
  to,
  block = false,
  labels = "link",
  windows,
}: {
  to: string;
  block?: boolean;
  windows?: Windows;
  /** Labels in other languages: collapsed in the block, or a link to the page that has them. */
  labels?: "list" | "link" | "none";
}) {
  const page = getSettingsPage(to);
  if (!page) throw new Error(`No Settings page “${to}”: run npm run content:check.`);
  const path = <SettingsLabels of={page} windows={windows} />;
  if (!block)
    return (
      <span>
        {path}{" "}
        <span className="whitespace-nowrap">
          (
          <a href={page.uri} className="opens-on-windows">
            open it
          </a>
          <span className="says-on-the-pc">on the PC</span>)
        </span>
      </span>
    );
  return (
    <div className="settings-path" data-copies="">
      <p>
        <span className="says-on-the-pc">On the PC: </span>
        {path}
      </p>
      <p className="no-print">
        <a href={page.uri} className="button button-small button-primary opens-on-windows">
          Open in Settings
        </a>{" "}
        or <kbd>Win + R</kbd>,{" "}
        <code translate="no" data-copy-text="">
          {page.uri}
        </code>{" "}
        <CopyButton />
      </p>
      {labels === "list" ? <KnownPaths to={to} /> : null}
      {labels === "link" ? <KnownPathsLink to={to} /> : null}
    </div>
  );
}
