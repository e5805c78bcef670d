import { announce } from "./announce";

/** Makes “Copy page” copy the page's Markdown. Without this script, or when copying fails, it is a link to the file. */
function startCopyPage(): void {
  const link = document.querySelector<HTMLAnchorElement>("[data-copy-page]");
  link?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const words = link.textContent;
    fetch(link.href)
      .then((response) => (response.ok ? response.text() : Promise.reject(response.status)))
      .then((text) => navigator.clipboard.writeText(text))
      .then(
        () => {
          link.textContent = "Copied";
          announce("Copied");
          setTimeout(() => {
            link.textContent = words;
            announce("");
          }, 2500);
        },
        () => location.assign(link.href),
      );
  });
}

/** Adds the copy buttons where the page may use the clipboard, which it may not over plain HTTP (O6). */
export function startCopy(): void {
  if (!window.isSecureContext || !("clipboard" in navigator)) return;
  startCopyPage();
  for (const slot of document.querySelectorAll<HTMLElement>("[data-copy]")) {
    const text = slot.closest("[data-copies]")?.querySelector("[data-copy-text]");
    if (!text) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-small";
    button.textContent = "Copy";
    button.addEventListener("click", () => {
      const say = (words: string) => {
        button.textContent = words;
        // Screen readers do not announce a button's changed name.
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
    slot.append(button);
  }
}
