/**
 * Calls a listener when the page comes back from the back/forward cache, once WebKit has reset its fields: that
 * happens just after the event.
 */
export function afterReturn(listener: () => void): void {
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) setTimeout(listener);
  });
}
