import type { Metadata } from "next";
import { PageHead } from "@/components/layout/page-head";
import { PageShell } from "@/components/layout/page-shell";

const page = { address: "/", title: "This page failed to load" };

export const metadata: Metadata = { title: page.title, robots: { index: false } };

/**
 * What the server answers, with status 500, when it fails itself: scripts/strip-runtime.mjs puts the finished page in the
 * place of the one that Next.js writes. It has no address of its own.
 */
export default function FailedPage() {
  return (
    <PageShell address={page.address}>
      <PageHead trail={[page]} title={page.title}>
        <p>The fault is ours. Nothing that you ticked is lost.</p>
      </PageHead>
      <p className="mt-5 flex flex-wrap gap-3">
        {/* The address that was asked for. */}
        <a className="button button-primary" href="">
          Try again
        </a>
        <a className="button" href="/">
          Home
        </a>
        <a className="button" href="/search">
          Search
        </a>
      </p>
    </PageShell>
  );
}
