import type { ReactNode } from "react";
import type { Windows } from "@/lib/windows/version";
import { Footer, type Review } from "./footer";
import { Header } from "./header";
import { UnsavedForm } from "./unsaved-form";

/**
 * What every page has around its content. `differs`: the text differs between Windows 10 and 11, so the page has
 * the toggle. The content links the style sheet: `<PageHead>` does, or the page by `<Sheet />`, below everything
 * that app/first-paint.css styles.
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
      <UnsavedForm />
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
