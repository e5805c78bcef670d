/** Puts the place for announcements into the page: screen readers watch it only if it was there before. */
export function startAnnouncing(): void {
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.className = "sr-only";
  document.body.append(status);
}

/** Says something to whoever does not see it happen. */
export function announce(text: string): void {
  // Looked up: each script of a page is a bundle of its own, and the place is there once.
  const status = document.querySelector("body > p[role=status]");
  if (status) status.textContent = text;
}
