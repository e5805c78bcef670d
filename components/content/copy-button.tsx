import { ScriptRoom } from "@/components/layout/raw-html";

/**
 * Where browser/copy.ts puts a button that copies the text of the nearest `data-copy-text`, if it
 * may write to the clipboard: on plain HTTP it may not (O6).
 */
export function CopyButton() {
  return <ScriptRoom as="span" className="no-print" data-copy="" />;
}
