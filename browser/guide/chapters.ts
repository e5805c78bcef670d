import type { ChapterView } from "@/lib/progress/guide-view";
import { need, put } from "./need";

/** The bar of chapters at the top. */
export function mountChapters(list: HTMLElement) {
  const chapters = [...list.querySelectorAll<HTMLElement>("[data-chapter]")].map((element) => ({
    id: element.dataset.chapter,
    element,
    text: need("[data-chapter-text]", element),
    bar: need<HTMLProgressElement>("[data-chapter-bar]", element),
  }));
  return {
    render(views: ChapterView[]): void {
      for (const { id, element, text, bar } of chapters) {
        const view = views.find((one) => one.id === id);
        if (!view) continue;
        element.dataset.state = view.state;
        put(text, view.text);
        if (bar.value !== view.value) bar.value = view.value;
      }
    },
  };
}
