import type { AnswerCard } from "@/lib/search/types";
import { answerLine, READ_MORE } from "@/lib/search/wording";
import { createRoom, element, plain } from "./element";

/** A label on the screen, which a browser must not translate. */
function label(text: string): HTMLElement {
  const made = element("b", "", text);
  made.translate = false;
  return made;
}

/** The card of a short answer: the first option of the dialog's list; following it leads to the step. */
export function createAnswerCard() {
  const kind = createRoom("search-dialog-kind");
  const question = createRoom("search-dialog-question");
  // It has room for most answers, also while the words are on their way, so that nothing moves when they come.
  const answer = createRoom("search-dialog-answer", label);
  const action = createRoom("search-dialog-action");
  const link = element(
    "a",
    "search-dialog-option search-dialog-card",
    kind.room,
    question.room,
    answer.room,
    action.room,
  );
  link.id = "dialog-answer";
  link.setAttribute("role", "option");
  return {
    link,
    show(card: AnswerCard): void {
      link.href = card.lead?.to ?? card.address;
      kind.fill(plain(answerLine(card)));
      question.fill(plain(card.question));
      answer.fill(
        ...(card.text ?? []).map(({ text, label }) => ({ text, marked: label ?? false })),
      );
      action.fill(plain(card.lead?.label ?? READ_MORE));
    },
  };
}
