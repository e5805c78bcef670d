import type { ReactNode } from "react";
import type { Windows } from "@/lib/windows/version";
import { Footer, type Review } from "./footer";
import { Header } from "./header";
import { Sheet } from "./sheet";
import { UnsavedForm } from "./unsaved-form";

/**
 * What every page has around its content. `differs`: the text differs between Windows 10 and 11, so the page has
 * the toggle. `sheetInside`: the page renders `<Sheet />` itself, below everything that app/first-paint.css
 * styles.
 */
export function PageShell({
  address,
  differs = false,
  windows,
  review,
  sheetInside = false,
  children,
}: {
  address: string;
  differs?: boolean;
  windows?: Windows;
  review?: Review;
  sheetInside?: boolean;
  children: ReactNode;
}) {
  return (
    <>
      <UnsavedForm />
      <a href="#main" className="skip no-print">
        Skip to the content
      </a>
      <Header address={address} differs={differs} windows={windows} />
      <main id="main" tabIndex={-1} className="wrap">
        {sheetInside ? null : <Sheet />}
        {children}
      </main>
      <Footer address={address} review={review} />
    </>
  );
}
