import { ScriptSlot } from "@/components/layout/raw-html";

/**
 * The slot for a button that copies the text of the nearest `data-copy-text`. browser/copy.ts adds it where
 * the page may use the clipboard, which it may not over plain HTTP (O6).
 */
export function CopyButton() {
  return <ScriptSlot as="span" className="no-print" data-copy="" />;
}
