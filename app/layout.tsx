import type { ReactNode } from "react";
import { Document } from "@/components/layout/document";
import { SITE_METADATA } from "@/lib/metadata";

export const metadata = SITE_METADATA;

export default function RootLayout({ children }: { children: ReactNode }) {
  return <Document>{children}</Document>;
}
