/**
 * Runs once the screen shows what the browser itself did at a click: a tick, a chosen radio. What
 * follows from it takes a slow processor longer (https://web.dev/articles/optimize-inp).
 */
export function afterPaint(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run));
}
