import type { StepView } from "@/lib/progress/guide-view";
import { action, need } from "./need";

/** The choices of a question: radios in the server's HTML, which become the buttons of the card. */
export function mountQuestion(
  question: HTMLElement,
  told: HTMLElement,
  choose: (answer: string, button: HTMLElement) => void,
) {
  const answers = [...question.querySelectorAll<HTMLElement>("[data-answer]")].map((element) => {
    const id = element.dataset.answer ?? "";
    const label = need("label", element);
    const button = action("answer");
    // The text nodes are moved, not copied, because a browser may have translated them.
    button.append(...[...label.childNodes].filter((node) => !(node instanceof HTMLInputElement)));
    button.addEventListener("click", () => choose(id, button));
    label.replaceWith(button);
    return { id, element, button, outcome: element.querySelector<HTMLElement>("[data-outcome]") };
  });

  return {
    /** The text for an answer on the line of a done step. */
    said: (answer: string | undefined) =>
      answers.find(({ id }) => id === answer)?.element.dataset.short ?? "",
    render({ answer, tells }: Pick<StepView, "answer" | "tells">): void {
      for (const { id, element, button, outcome } of answers) {
        button.setAttribute("aria-pressed", String(id === answer));
        // Shown below the title of the next card, otherwise beside its answer, as in print and under “Show all steps”.
        const place = tells && id === answer ? told : element;
        if (outcome && outcome.parentElement !== place) place.append(outcome);
      }
    },
  };
}

/** The answers that were chosen before the script ran, by question. */
export const earlyAnswers = (guide: HTMLElement): { question: string; answer: string }[] =>
  [...guide.querySelectorAll<HTMLInputElement>("[data-question] input:checked")].map(
    ({ name, value }) => ({ question: name, answer: value }),
  );
