/** Shows the copy buttons where the page may write to the clipboard; plain HTTP may not (O6). */
export function startCopy(): void {
  if (!window.isSecureContext || !("clipboard" in navigator)) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    const text = button.closest("[data-copies]")?.querySelector("[data-copy-text]");
    if (!text) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      const say = (words: string) => {
        const rooms = [button.querySelector("span"), button.nextElementSibling];
        for (const room of rooms) if (room) room.textContent = words;
        setTimeout(() => {
          if (rooms[0]) rooms[0].textContent = "Copy";
        }, 2500);
      };
      navigator.clipboard.writeText((text.textContent ?? "").trim()).then(
        () => say("Copied"),
        () => say("Please select and copy"),
      );
    });
  }
}
