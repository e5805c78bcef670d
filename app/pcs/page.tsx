import type { Metadata } from "next";
import browser from "@/.generated/browser.json";
import { PageScript } from "@/components/layout/page-script";
import { PageShell } from "@/components/layout/page-shell";
import { Sheet } from "@/components/layout/sheet";
import { PcsBoard } from "@/components/pcs/pcs-board";
import { FIXED_PAGES } from "@/lib/site/kinds";

const page = FIXED_PAGES.pcs;

export const metadata: Metadata = { title: page.title, robots: { index: false } };

/** The board of all PCs that this browser knows. Its data never leaves the browser. */
export default function PcsPage() {
  return (
    <PageShell address={page.address}>
      <h1>{page.title}</h1>
      <Sheet />
      <PcsBoard />
      <PageScript address={browser.shared} />
      <PageScript address={browser.assets.pcs} />
    </PageShell>
  );
}
