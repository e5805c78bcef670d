import type { AnswerCard } from "@/lib/search/types";
import { answerLine, READ_MORE } from "@/lib/search/wording";
import { linkTo } from "./base-path";
import { createSlot, element, makeOption, plain } from "./element";

/** A label on the screen, which browsers must not translate. */
function label(text: string): HTMLElement {
  const made = element("b", "", text);
  made.translate = false;
  return made;
}

/** The card with a short answer: the first option in the dialog's list, and a link to the step. */
export function createAnswerCard() {
  const kind = createSlot("search-dialog-kind");
  const question = createSlot("search-dialog-question");
  // Tall enough for most answers even while it is empty, so that little moves when the text arrives.
  const answer = createSlot("search-dialog-answer", label);
  const action = createSlot("search-dialog-action");
  const link = element(
    "a",
    "search-dialog-option search-dialog-card",
    kind.slot,
    question.slot,
    answer.slot,
    action.slot,
  );
  makeOption(link, "dialog-answer");
  return {
    link,
    show(card: AnswerCard): void {
      link.href = linkTo(card.lead?.to ?? card.address);
      kind.fill(plain(answerLine(card)));
      question.fill(plain(card.question));
      answer.fill(
        ...(card.text ?? []).map(({ text, label }) => ({ text, marked: label ?? false })),
      );
      action.fill(plain(card.lead?.label ?? READ_MORE));
    },
  };
}
