import type { ReactNode } from "react";
import type { Windows } from "@/lib/windows/version";
import { Footer } from "./footer";
import { Header } from "./header";

/** Who compared the page with its sources, and when. */
export type Review = { reviewed: string; reviewedBy: string; updated: string };

/**
 * What every page has around its content. `differs` says whether the text is
 * another one for Windows 10 and 11: only then the page has the toggle.
 */
export function PageShell({
  address,
  differs = false,
  windows,
  review,
  children,
}: {
  address: string;
  differs?: boolean;
  windows?: Windows;
  review?: Review;
  children: ReactNode;
}) {
  return (
    <>
      <a href="#main" className="skip no-print">
        Skip to the content
      </a>
      <Header address={address} differs={differs} windows={windows} />
      <main id="main" tabIndex={-1} className="wrap">
        {children}
      </main>
      <Footer address={address} review={review} />
    </>
  );
}
