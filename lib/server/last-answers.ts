/**
 * Caches a function's most recent answers: a flood of requests asks for the same ones again and again.
 */
export function createLastAnswers<Answer>(most: number) {
  const kept = new Map<string, Answer>();
  return (question: string, make: () => Answer): Answer => {
    const answer = kept.get(question) ?? make();
    // The newest comes last.
    kept.delete(question);
    kept.set(question, answer);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
}
