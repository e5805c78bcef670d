import { CopyButton } from "@/components/content/copy-button";
import { SettingsLabels } from "@/components/content/settings-path";
import { getSettingsPage } from "@/lib/content/pages";
import { OpenIcon } from "./icons";

/**
 * The way to a Settings page on a card. On Windows a button opens it; elsewhere the path is written out. Both have
 * the path and the Win+R form in a collapsed section.
 */
export function OpenSettings({ to }: { to: string }) {
  const page = getSettingsPage(to);
  if (!page) throw new Error(`No Settings page “${to}”: run npm run content:check.`);
  return (
    <div className="open-settings">
      <a href={page.uri} className="button button-line opens-on-windows no-print">
        <OpenIcon />
        Open {page.page} on this PC
      </a>
      <p className="says-on-the-pc">
        On the PC: <SettingsLabels of={page} />
      </p>
      <details className="collapsible open-by-hand no-print">
        <summary>Other ways to open it</summary>
        <div data-copies="">
          <p>
            Go to <SettingsLabels of={page} />. Or press <kbd>Win + R</kbd>, paste{" "}
            <code translate="no" data-copy-text="">
              {page.uri}
            </code>{" "}
            <CopyButton />, then press <kbd>Enter</kbd>.
          </p>
        </div>
      </details>
    </div>
  );
}
