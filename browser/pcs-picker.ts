import { FILE_NAME, fileText } from "@/lib/progress/move-file";
import { type Pc, pcsOf, withPcInUse } from "@/lib/progress/pcs";
import type { ProgressStore } from "@/lib/progress/progress-store";
import { element } from "./element";
import { addPc, deletePc, renamePc, saveFile } from "./pcs/tools";

/* The menu of PCs in a guide, loaded when it is first opened (browser/guide/pcs.ts). */

/** Fills the menu with the saved PCs. Its link stays. */
export function fillPicker(menu: HTMLDetailsElement, store: ProgressStore): void {
  const list = menu.querySelector("ul");
  const link = list?.querySelector("li:has(> a)");
  if (!list || !link) return;
  const { progress, saving } = store.getState();
  const pcs = pcsOf(progress);
  const back = () => menu.querySelector("summary")?.focus();
  const entry = (words: string, run: () => void, pc?: Pc) => {
    const button = element("button", "", words);
    button.type = "button";
    if (pc?.isInUse) button.setAttribute("aria-current", "true");
    button.addEventListener("click", () => {
      menu.open = false;
      back();
      run();
    });
    return element("li", "", button);
  };
  const current = pcs.find(({ isInUse }) => isInUse) ?? pcs[0]!;
  const names = element(
    "ul",
    "pc-names",
    ...pcs.map((pc) =>
      entry(
        pc.label,
        () => store.change((progress, actor) => withPcInUse(progress, pc.id, actor)),
        pc,
      ),
    ),
  );
  list.replaceChildren(
    ...(pcs.length > 1 ? [element("li", "", names)] : []),
    entry(pcs.length > 1 ? "Add a PC …" : "Add another PC …", () => addPc(store, back)),
    entry(`Rename ${current.label} …`, () => renamePc(store, current, back)),
    ...(pcs.length > 1
      ? [entry(`Delete ${current.label}`, () => deletePc(store, current, back))]
      : []),
    ...(saving === "saved"
      ? []
      : [
          entry("Save a file", () =>
            saveFile(FILE_NAME, "application/json", fileText(store.getState().progress)),
          ),
        ]),
    link,
  );
  names.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}
