/** A question as a node of the tree: its address, and where its answers lead. */
export type CaseNode = { address: string; answers: readonly { to: string }[] };

/** The questions of “Which case am I?” and how they are connected, by their addresses alone. */
export class CaseTree<Node extends CaseNode> {
  private readonly byAddress: Map<string, Node>;

  constructor(readonly cases: readonly Node[]) {
    this.byAddress = new Map(cases.map((node) => [node.address, node]));
  }

  /** The question at an address, or undefined if it is another page. */
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

  /** Every question that can follow, at any distance. Includes the question itself only if it is in a cycle. */
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

  /** The number of questions on the longest way to a question, including it. For trees without a cycle. */
  depthOf(node: Node): number {
    return 1 + Math.max(0, ...this.previousOf(node).map((previous) => this.depthOf(previous)));
  }

  /**
   * The questions before this one, the earliest first, as far back as only one way leads here, so that the address
   * alone tells the answers.
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
