/** What the shape of the questions needs to know of one: where it stands, and where its answers lead. */
export type CaseNode = { address: string; answers: readonly { to: string }[] };

/** The questions of “Which case am I?” and how they hang together. Drawn from addresses alone. */
export class CaseTree<Node extends CaseNode> {
  private readonly byAddress: Map<string, Node>;

  constructor(readonly cases: readonly Node[]) {
    this.byAddress = new Map(cases.map((node) => [node.address, node]));
  }

  /** The question at an address, or undefined where another page stands there. */
  at(address: string): Node | undefined {
    return this.byAddress.get(address);
  }

  /** The questions that follow, each once, in the order of the answers. */
  nextOf(node: Node): Node[] {
    return [...new Set(node.answers.flatMap(({ to }) => this.byAddress.get(to) ?? []))];
  }

  /** The questions with an answer that leads here. */
  previousOf(node: Node): Node[] {
    return this.cases.filter((other) => this.nextOf(other).includes(node));
  }

  /** Every question that can follow, at any distance. Holds the question itself only when it is in a circle. */
  reachableFrom(node: Node): Set<Node> {
    const found = new Set<Node>();
    const open = [node];
    for (let at = open.pop(); at; at = open.pop())
      for (const next of this.nextOf(at))
        if (!found.has(next)) {
          found.add(next);
          open.push(next);
        }
    return found;
  }

  /** How many questions the longest way to here asks, this one included. For trees without a circle. */
  depthOf(node: Node): number {
    return 1 + Math.max(0, ...this.previousOf(node).map((previous) => this.depthOf(previous)));
  }

  /**
   * The questions before this one, the earliest first, as far back as there is
   * only one way: the address alone then says what was answered.
   */
  wayTo(node: Node): Node[] {
    const way: Node[] = [];
    for (let previous = this.previousOf(node); previous.length === 1;) {
      const [only] = previous;
      if (!only || way.includes(only)) break;
      way.unshift(only);
      previous = this.previousOf(only);
    }
    return way;
  }
}
