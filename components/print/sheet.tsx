import type { ReactNode } from "react";
import { Mark } from "@/components/layout/mark";
import { PageScript } from "@/components/layout/page-script";
import { PageShell } from "@/components/layout/page-shell";
import { ScriptSlot } from "@/components/layout/raw-html";
import { Sheet as StyleSheet } from "@/components/layout/sheet";
import { GuideData } from "@/components/pcs/guide-data";
import browser from "@/.generated/browser.json";

/** A form to print: blank without script, and with what this browser keeps where there is something. */
export function Sheet({
  address,
  title,
  children,
}: {
  address: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <PageShell address={address}>
      <StyleSheet />
      <div className="sheet-tools no-print">
        <h1>{title}</h1>
        <p>
          A form to write on. What you noted in the guide on this browser is filled in; nothing is
          sent. It has no field for a password or a product key.
        </p>
        <p className="needs-script">
          <button type="button" className="button button-primary" data-print-sheet="">
            Print
          </button>
        </p>
      </div>
      <div className="sheet" data-sheet="">
        <p className="sheet-top">
          <Mark />
          <b>Keylink</b> {title}
        </p>
        {children}
      </div>
      <GuideData />
      <PageScript address={browser.shared} />
      <PageScript address={browser.assets["print-sheet"]} />
    </PageShell>
  );
}

/** What the PC is called, where it has a name. */
export const PcName = ({ otherwise }: { otherwise: string }) => (
  <ScriptSlot as="span" data-pc-name="" text={otherwise} />
);

/** A code that leads back to the right step on a phone; empty without progress. */
export const CodeToPhone = () => <div className="sheet-code" data-sheet-code="" />;

/** A line to write on, with what is known. */
export function Blank({ label, fill }: { label: ReactNode; fill?: string }) {
  return (
    <div className="sheet-field">
      <span>{label}</span>
      <ScriptSlot as="span" className="sheet-line" data-fill={fill} />
    </div>
  );
}

/** Boxes to mark. */
export function Boxes({
  label,
  fill,
  options,
}: {
  label: string;
  fill?: string;
  options: { id: string; text: string }[];
}) {
  return (
    <div className="sheet-field">
      <span>{label}</span>
      <span className="sheet-boxes">
        {options.map(({ id, text }) => (
          <span key={id} className="sheet-option">
            <span className="sheet-box" data-box={fill ? `${fill}.${id}` : undefined} />
            {text}
          </span>
        ))}
      </span>
    </div>
  );
}

export const YES_NO = [
  { id: "yes", text: "yes" },
  { id: "no", text: "no" },
];
