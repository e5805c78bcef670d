import { announce } from "./announce";

/** Makes the copy buttons where the page may write to the clipboard; plain HTTP may not (O6). */
export function startCopy(): void {
  if (!window.isSecureContext || !("clipboard" in navigator)) return;
  for (const room of document.querySelectorAll<HTMLElement>("[data-copy]")) {
    const text = room.closest("[data-copies]")?.querySelector("[data-copy-text]");
    if (!text) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-small";
    button.textContent = "Copy";
    button.addEventListener("click", () => {
      const say = (words: string) => {
        button.textContent = words;
        // What a button says is its name, never an announcement.
        announce(words);
        setTimeout(() => {
          button.textContent = "Copy";
          announce("");
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
