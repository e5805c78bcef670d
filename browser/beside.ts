import { element } from "./element";
import { need, put } from "./guide/need";

/*
 * The open card in a small window that stays on top of Settings (Document Picture-in-Picture). Loaded
 * when it is asked for (browser/guide/beside.ts). It is a copy: what is pressed there is pressed on
 * the card of the page, and what the page shows next is copied again.
 */

/** Document Picture-in-Picture, which TypeScript does not know yet (https://wicg.github.io/document-picture-in-picture/). */
type PictureInPicture = {
  requestWindow: (size: { width: number; height: number }) => Promise<Window>;
  window: Window | null;
};

declare const documentPictureInPicture: PictureInPicture;

/** What of a card is copied, in this order. */
const COPIED = [".step-say", ".step-see", ".question", ".step-next"];
/** What leads elsewhere or opens something in the page. */
const LEFT_OUT = "details, .step-needs, .step-next-place, .fact";

/**
 * What the window needs besides the sheets of the page: here, so that no guide carries it. The window is as
 * narrow as a phone, where the page has a bar at the lower edge.
 */
const STYLES = `
  body { min-height: 0; padding: 1rem }
  body > .step-title { margin: .25rem 0 .75rem; font-size: 1.25rem }
  .beside-card > * + * { margin-top: .75rem }
  .beside-card .step-next { all: unset !important; display: block !important; margin-top: 1rem !important }
  .beside-card .step-next > .button { width: 100% }
`;

/** Opens the window for a guide. Rejects where the browser refuses, as without a click. */
export async function openBeside(guide: HTMLElement): Promise<void> {
  documentPictureInPicture.window?.close();
  const beside = await documentPictureInPicture.requestWindow({ width: 400, height: 460 });
  const { document: page } = beside;
  for (const sheet of document.querySelectorAll("style, link[rel=stylesheet]"))
    page.head.append(page.importNode(sheet, true));
  // Made in the window itself, whose document takes no other.
  const sheet = new (beside as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(STYLES);
  page.adoptedStyleSheets = [sheet];
  const place = element("p", "step-place");
  const title = element("h1", "step-title");
  const body = element("div", "beside-card");
  page.body.className = "guide";
  page.body.append(place, title, body);

  /** The control of the page behind each control of the window. */
  const behind = new Map<Element, HTMLElement>();
  const fill = () => {
    for (const { name, value } of document.documentElement.attributes)
      page.documentElement.setAttribute(name, value);
    const card = guide.querySelector<HTMLElement>('[data-step][data-shows="card"]');
    behind.clear();
    if (!card) {
      const end = [...guide.querySelectorAll<HTMLElement>("[data-finish-title]")].find(
        (one) => one.offsetParent,
      );
      const said =
        end?.parentElement?.querySelector<HTMLElement>("p:not(.finish-for, .step-told p)")
          ?.innerText ?? "";
      put(place, "");
      put(title, end?.innerText ?? "Done");
      body.replaceChildren(element("p", "", said));
      return;
    }
    put(place, need(".step-place", card).innerText);
    put(title, need("[data-step-title]", card).innerText);
    const parts = COPIED.flatMap((name) => [...card.querySelectorAll<HTMLElement>(name)]);
    body.replaceChildren(
      ...parts.map((part) => {
        const copy = page.importNode(part, true);
        const from = [...part.querySelectorAll<HTMLElement>("button, a")];
        [...copy.querySelectorAll("button, a")].forEach((control, index) => {
          if (from[index]) behind.set(control, from[index]);
        });
        copy.querySelectorAll(LEFT_OUT).forEach((gone) => gone.remove());
        copy.querySelectorAll("[id]").forEach((named) => named.removeAttribute("id"));
        return copy;
      }),
    );
  };
  page.addEventListener("click", (event) => {
    const control = (event.target as Element).closest("button, a");
    const pressed = control && behind.get(control);
    if (!pressed) return;
    event.preventDefault();
    pressed.click();
  });
  fill();
  const watch = new MutationObserver(fill);
  watch.observe(guide, { subtree: true, attributeFilter: ["data-shows", "data-shown"] });
  watch.observe(document.documentElement, { attributes: true });
  beside.addEventListener("pagehide", () => watch.disconnect());
}
