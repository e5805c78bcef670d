"use client";

/** Replaces a page that failed: says so and offers links to go on. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main id="main" className="wrap py-16">
      <h1>This page failed to load</h1>
      <p className="mt-3 max-w-[46rem]">The fault is ours. Nothing that you ticked is lost.</p>
      <p className="mt-5 flex flex-wrap gap-3">
        <button type="button" className="button button-primary" onClick={reset}>
          Try again
        </button>
        <a className="button" href="/">
          Home
        </a>
        <a className="button" href="/search">
          Search
        </a>
      </p>
    </main>
  );
}
