import { expect, test } from "vitest";
import { createLastAnswers } from "@/lib/server/last-answers";

test("an answer is made once, as long as it is among the last that were asked for", () => {
  const made: string[] = [];
  const answer = createLastAnswers<string>(2);
  const ask = (question: string) =>
    answer(question, () => {
      made.push(question);
      return question.toUpperCase();
    });
  expect([ask("a"), ask("b"), ask("a"), ask("c"), ask("a"), ask("b")].join("")).toBe("ABACAB");
  // "a" was asked for again before "c" came, so "b" had to go.
  expect(made.join("")).toBe("abcb");
});
