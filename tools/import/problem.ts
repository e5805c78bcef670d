/** Why a file cannot be imported: what was expected, what was found, and how to fix it. */
export class ImportProblem extends Error {
  readonly remedy: string;
  constructor({ message, remedy }: { message: string; remedy: string }) {
    super(message);
    this.remedy = remedy;
  }
}
