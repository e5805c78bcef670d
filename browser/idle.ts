/**
 * Runs tasks one after the other, each after the paint of what came before it: the browser's own response
 * to a click (a tick, a radio), or the previous task. This keeps tasks short while the reader may scroll or
 * click (https://web.dev/articles/optimize-inp). Resolves after the last one.
 */
export async function whenIdle(...tasks: (() => void)[]): Promise<void> {
  for (const task of tasks) {
    await new Promise<void>((resolve) => {
      const inNextTask = () => setTimeout(resolve);
      // A hidden tab gets no frames.
      if (document.hidden) inNextTask();
      else requestAnimationFrame(inNextTask);
    });
    task();
  }
}

/** Marks the page as ready and lays out what is further down (`.when-idle`, globals.css). */
export function becomeReady(): Promise<void> {
  document.documentElement.dataset.ready = "";
  const parts = [...document.querySelectorAll(".when-idle")];
  return whenIdle(...parts.map((part) => () => part.classList.remove("when-idle")));
}
