/**
 * Makes a function that makes an answer once and then gives the same one as long as it is among the
 * last: a flood asks for the same again and again.
 */
export function createLastAnswers<Answer>(most: number) {
  const kept = new Map<string, Answer>();
  return (question: string, make: () => Answer): Answer => {
    const answer = kept.get(question) ?? make();
    // The youngest comes last.
    kept.delete(question);
    kept.set(question, answer);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
}
