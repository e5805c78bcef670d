/** Answers queries for activators, cracks and cheap keys first, calmly, with the lawful way (S10). */
export function SafetyCard() {
  return (
    <section aria-labelledby="safety" className="note note-warn mt-6 max-w-[46rem]">
      <h2 id="safety" className="text-[1.125rem]">
        Before you run or buy anything
      </h2>
      <p className="mt-1">
        Activators and scripts from the web run with full rights on your PC, and an activation that
        they make is no license. A key that costs a few dollars may be blocked later.
      </p>
      <p className="mt-2">
        Windows works without activation for now, so there is time. First{" "}
        <a href="/messages">see what your screen says</a>: many PCs have a license already and only
        need to be activated again.
      </p>
    </section>
  );
}
