/**
 * Runs tasks one after the other, each once the screen shows what came before it: what the browser
 * itself did at a click (a tick, a chosen radio), or the task before. So no task is long while the
 * reader may scroll or click (https://web.dev/articles/optimize-inp). Settles after the last one.
 */
export async function whenIdle(...tasks: (() => void)[]): Promise<void> {
  for (const task of tasks) {
    await new Promise<void>((resolve) => {
      const inNextTask = () => setTimeout(resolve);
      // A tab that is not seen has no frames.
      if (document.hidden) inNextTask();
      else requestAnimationFrame(inNextTask);
    });
    task();
  }
}

/** The scripts have done their part. What lies further down (`.when-idle`, globals.css) is laid out now. */
export function becomeReady(): Promise<void> {
  document.documentElement.dataset.ready = "";
  const parts = [...document.querySelectorAll(".when-idle")];
  return whenIdle(...parts.map((part) => () => part.classList.remove("when-idle")));
}
