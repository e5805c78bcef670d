const ID = "announcements";

/** Adds the live region. Screen readers announce only what is put into one that was there before. */
export function startAnnouncing(): void {
  const status = document.createElement("p");
  status.id = ID;
  status.setAttribute("role", "status");
  status.className = "sr-only";
  document.body.append(status);
}

/** Announces a change to screen readers. Looks the region up by id, since each bundle has its own copy of this module. */
export function announce(text: string): void {
  const status = document.getElementById(ID);
  if (status) status.textContent = text;
}
