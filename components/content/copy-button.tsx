import { ScriptRoom } from "@/components/layout/raw-html";

/**
 * Copies the text of the nearest `data-copy-text`. Hidden until browser/copy.ts
 * finds a clipboard it may write to: on plain HTTP there is none (O6).
 */
export function CopyButton() {
  return (
    <>
      <button type="button" hidden className="button button-small no-print" data-copy="">
        <ScriptRoom as="span" text="Copy" />
      </button>
      {/* Beside the button: what stands inside one is its name, never an announcement. */}
      <ScriptRoom as="span" role="status" className="sr-only" />
    </>
  );
}
