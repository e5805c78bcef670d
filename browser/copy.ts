/** Makes the copy buttons where the page may write to the clipboard; plain HTTP may not (O6). */
export function startCopy(): void {
  if (!window.isSecureContext || !("clipboard" in navigator)) return;
  const rooms = document.querySelectorAll<HTMLElement>("[data-copy]");
  if (rooms.length === 0) return;
  // One for all, and not in a button: what stands there is its name, never an announcement.
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.className = "sr-only";
  document.body.append(status);
  for (const room of rooms) {
    const text = room.closest("[data-copies]")?.querySelector("[data-copy-text]");
    if (!text) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-small";
    button.textContent = "Copy";
    button.addEventListener("click", () => {
      const say = (words: string) => {
        button.textContent = words;
        status.textContent = words;
        setTimeout(() => {
          button.textContent = "Copy";
          status.textContent = "";
        }, 2500);
      };
      navigator.clipboard.writeText((text.textContent ?? "").trim()).then(
        () => say("Copied"),
        () => say("Please select and copy"),
      );
    });
    room.append(button);
  }
}
