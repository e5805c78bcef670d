import { UNSAVED } from "@/components/layout/unsaved-form";
import { DEFAULT_WINDOWS, WINDOWS_VERSIONS, type Windows } from "@/lib/windows/version";

/**
 * The Windows 10 / 11 toggle. Works with radios and CSS alone; browser/windows.ts stores the choice. `shown` is
 * the version in the address, if the server knows it.
 */
export function WindowsToggle({ shown = DEFAULT_WINDOWS }: { shown?: Windows }) {
  return (
    <div className="toggle">
      <span className="toggle-win" aria-hidden="true">
        Win
      </span>
      <fieldset className="segments" data-windows-toggle="">
        <legend className="sr-only">Your Windows version</legend>
        {WINDOWS_VERSIONS.map((windows) => (
          <label key={windows} htmlFor={`windows-${windows}`}>
            <input
              type="radio"
              name="windows"
              id={`windows-${windows}`}
              value={windows}
              defaultChecked={windows === shown}
              form={UNSAVED}
            />
            <span>
              <span className="max-md:sr-only">Windows </span>
              {windows}
            </span>
          </label>
        ))}
      </fieldset>
      <details className="toggle-help" data-closes="">
        <summary>
          <span className="sr-only">Not sure?</span>
          <span className="question-mark" aria-hidden="true">
            ?
          </span>
        </summary>
        <div className="card absolute end-0 top-full z-20 w-[min(21rem,calc(100vw-2rem))] p-4 text-[0.95rem] [box-shadow:var(--shadow)]">
          <p className="mb-2 font-semibold">Which Windows is it?</p>
          <ol className="list-decimal space-y-1 ps-5">
            <li>
              On the PC, press <kbd>Win</kbd> + <kbd>R</kbd>.
            </li>
            <li>
              Type <code translate="no">winver</code> and press <kbd>Enter</kbd>.
            </li>
            <li>The window that opens says Windows 10 or Windows 11 at the top.</li>
          </ol>
          <p className="mt-2 text-muted">
            PC does not start? A sticker or invoice may name the version it was sold with. It may
            have been upgraded since.
          </p>
        </div>
      </details>
    </div>
  );
}
