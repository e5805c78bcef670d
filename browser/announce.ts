const ID = "announcements";

/** Puts the place for announcements into the page: screen readers watch it only if it was there before. */
export function startAnnouncing(): void {
  const status = document.createElement("p");
  status.id = ID;
  status.setAttribute("role", "status");
  status.className = "sr-only";
  document.body.append(status);
}

/** Says something to whoever does not see it happen. By id: each script has its own copy of this module. */
export function announce(text: string): void {
  const status = document.getElementById(ID);
  if (status) status.textContent = text;
}
