import { announce } from "./announce";

/** “Copy page”: without this it is a link to the page's Markdown copy; where that fails it becomes one again. */
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

/** Makes the copy buttons where the page may write to the clipboard; plain HTTP may not (O6). */
export function startCopy(): void {
  if (!window.isSecureContext || !("clipboard" in navigator)) return;
  startCopyPage();
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
