import type { ReactNode } from "react";
import { Document } from "@/components/layout/document";
import { SITE_METADATA, SITE_VIEWPORT } from "@/lib/metadata";

export const metadata = SITE_METADATA;
export const viewport = SITE_VIEWPORT;

export default function RootLayout({ children }: { children: ReactNode }) {
  return <Document>{children}</Document>;
}
