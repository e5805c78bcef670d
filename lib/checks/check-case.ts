import { visit } from "unist-util-visit";
import { isElement } from "../text/parse-text";
import { FIRST_CASE, FIXED_TITLES, addressOf } from "../site/kinds";
import { CaseTree, type CaseNode } from "../schema/case-tree";
import type { CheckedFile } from "./validate-files";
import { readableText, type ContentIndex } from "./content-index";
import { MOST_QUESTIONS, type Case } from "../schema/cases";
import type { Problem } from "./problem";

type Node = CaseNode & { file: CheckedFile };

/** A question is reachable, in no cycle and not too deep in the tree; its answers are links. */
export function checkCase(file: CheckedFile, index: ContentIndex): Problem[] {
  return [...checkPlace(file, index), ...checkAnswers(file)];
}

/** The published questions as a tree. Answers to pages that do not exist are reported with the links. */
function treeOf(index: ContentIndex): CaseTree<Node> {
  const files = [...index.addresses.values()].flatMap((file) =>
    file?.collection === "cases" ? file : [],
  );
  return new CaseTree(
    files.map((file) => ({
      file,
      address: addressOf("cases", file.slug) ?? "",
      answers: (file.value as Case).answers,
    })),
  );
}

function checkPlace({ file, slug, value }: CheckedFile, index: ContentIndex): Problem[] {
  const address = addressOf("cases", slug) ?? "";
  const problem = (field: string, message: string, remedy: string): Problem[] => [
    { file, field, message, remedy },
  ];
  if (FIXED_TITLES.has(address))
    return problem(
      "file name",
      `the address ${address} belongs to another page`,
      "Give the file another name.",
    );
  if (value.draft) return [];
  const tree = treeOf(index);
  const node = tree.at(address);
  if (!node) return [];

  if (tree.reachableFrom(node).has(node))
    return problem(
      "answers",
      "the answers lead back to this question, so the questions form a cycle",
      "Let one answer on the way lead to a page instead. Readers go back with the links of the page.",
    );
  const first = tree.at(addressOf("cases", FIRST_CASE) ?? "");
  if (!first)
    return problem(
      "file",
      `there is no first question, content/cases/${FIRST_CASE}.yaml`,
      `Rename the question that readers meet first to ${FIRST_CASE}.yaml.`,
    );
  if (node !== first && !tree.reachableFrom(first).has(node))
    return problem(
      "file",
      "no answer leads to this question",
      `Name ${address} under “to” of an answer of another question, or remove this file.`,
    );
  // Behind a cycle, a question has no depth; the cycle itself is reported.
  const circles = tree.cases.some((other) => tree.reachableFrom(other).has(other));
  const depth = circles ? 0 : tree.depthOf(node);
  if (depth > MOST_QUESTIONS)
    return problem(
      "file",
      `expected at most ${MOST_QUESTIONS} questions in a row, found this one as number ${depth}`,
      "Let an earlier answer lead to a guide, or ask two of the questions as one.",
    );
  return [];
}

/** Every answer is a link: unique ids, no link inside its label, and no way back to lists of questions. */
function checkAnswers({ file, value }: CheckedFile): Problem[] {
  const { answers } = value as Case;
  return answers.flatMap(({ id, label, to }, i): Problem[] => {
    const problems: Problem[] = [];
    const first = answers.findIndex((other) => other.id === id);
    if (first !== i)
      problems.push({
        file,
        field: `answers[${i}].id`,
        message: `the answer “${id}” is already at answers[${first}]`,
        remedy: "Give the newer of the two another id.",
      });
    if (hasLink(label))
      problems.push({
        file,
        field: `answers[${i}].label`,
        message: "the label holds a link or a source, but the label itself becomes the link",
        remedy: "Write the words of the screen in ** **, and move the rest to “note”.",
      });
    if (to.split("#")[0] === "/start/map")
      problems.push({
        file,
        field: `answers[${i}].to`,
        message: "an answer leads to the map of all questions, which answers nothing",
        remedy: "Name the next question, or the page that helps.",
      });
    return problems;
  });
}

function hasLink(label: string): boolean {
  const root = readableText(label);
  let found = false;
  if (root)
    visit(root, (node) => {
      if (node.type === "link" || node.type === "linkReference") found = true;
      if (isElement(node) && ["Fact", "Message", "SettingsPath"].includes(node.name ?? ""))
        found = true;
    });
  return found;
}
