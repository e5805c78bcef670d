const status = /* @__PURE__ */ document.createElement("p");

/** Puts the place for announcements into the page: screen readers watch it only if it was there before. */
export function startAnnouncing(): void {
  status.setAttribute("role", "status");
  status.className = "sr-only";
  document.body.append(status);
}

/** Says something to whoever does not see it happen. */
export function announce(text: string): void {
  status.textContent = text;
}
