import { type BroughtPc, type HowToBring, previewBrought, withBrought } from "@/lib/progress/bring";
import type { BoardGuide } from "@/lib/progress/guide-outline";
import { FILE_NAME, type FileRefusal, fileText, readFile } from "@/lib/progress/move-file";
import { linkAddress, readLink } from "@/lib/progress/move-link";
import { MAX_PCS, pcsOf } from "@/lib/progress/pcs";
import { isUnused } from "@/lib/progress/progress";
import type { ProgressStore } from "@/lib/progress/progress-store";
import type { SavedProgress } from "@/lib/progress/saved-progress";
import { announce } from "../announce";
import { linkTo } from "../base-path";
import { element } from "../element";
import { choice, copyText, labeled, offerUndo, openDialog, saveFile } from "./tools";

/* Moves progress to another device by link, QR code or file. Loaded on demand (browser/pcs.ts). */

/** A longer link makes a QR code too fine for a phone's camera. */
const MAX_CODE_CHARS = 900;

const REFUSED: Record<FileRefusal, string> = {
  damaged:
    "It is damaged, or a part of it is missing. Copy the whole link, scan the code again, or save the file again.",
  newer: "A newer version of this site made it. Reload this page, then open it again.",
  "too-long": "It is too long for this site.",
  "not-ours": `It is no file of this site. Choose the file that you saved, usually ${FILE_NAME}.`,
};

const words = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;

/** Offers the saved progress as link, QR code and file, and opens a file. */
export function openMove(store: ProgressStore, guides: BoardGuide[]): void {
  const { progress } = store.getState();
  const pcs = pcsOf(progress);
  const which = element("select", "field");
  which.id = "move-which";
  for (const { id, label } of pcs) which.append(new Option(label, id));
  if (pcs.length > 1) which.prepend(new Option(`All ${pcs.length} PCs`, ""));
  which.value = pcs.find(({ isInUse }) => isInUse)?.id ?? "";

  const link = element("input", "field");
  Object.assign(link, { id: "move-link", type: "text", readOnly: true });
  link.addEventListener("focus", () => link.select());
  const copy = element("button", "button", "Copy");
  copy.type = "button";
  copy.addEventListener("click", () =>
    copyText(link.value, (words) => announce((copy.textContent = words))),
  );
  const code = element("div", "pc-dialog-code");
  const show = () => {
    link.value = linkAddress(
      location.origin + linkTo("/pcs"),
      guides,
      progress,
      which.value ? [which.value] : pcs.map(({ id }) => id),
    );
    code.replaceChildren();
    copy.textContent = "Copy";
    if (link.value.length > MAX_CODE_CHARS)
      return code.append("Too much for a code. Choose one PC, or use the file.");
    const { value } = link;
    import("./qr").then(
      ({ qrCode }) => {
        if (value === link.value)
          code.replaceChildren(
            qrCode(value, "QR code of the link"),
            "Scan it with the other device.",
          );
      },
      () => code.append("The code did not load. The link says the same."),
    );
  };
  which.addEventListener("change", show);

  const save = element("button", "button", "Save a file");
  save.type = "button";
  save.addEventListener("click", () => {
    saveFile(FILE_NAME, "application/json", fileText(store.getState().progress));
  });
  const file = element("input", "sr-only");
  Object.assign(file, { type: "file", accept: ".json,application/json", id: "move-file" });
  const open = element("label", "button", "Open a file", file);
  const dialog = openDialog("Move to another device", [
    element(
      "p",
      "pc-dialog-note",
      "The link and the code hold your ticks, answers and names themselves. No server gets them; whoever has the link can read them.",
    ),
    labeled("Which PC", which.id, which),
    labeled(
      "Link to open there",
      link.id,
      element("span", "pc-dialog-row", link, ...(window.isSecureContext ? [copy] : [])),
    ),
    code,
    element("p", "pc-dialog-actions", save, open),
  ]);
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    dialog.close();
    // A file that is too long is not read at all.
    const text = chosen.size > 4_000_000 ? Promise.resolve(" ".repeat(2_000_000)) : chosen.text();
    text.then(
      (content) => take(store, "file", readFile(content)),
      () => refuse("file", "damaged"),
    );
  });
  show();
}

/** Asks what to do with the progress in a link. */
export const takeLink = (store: ProgressStore, guides: BoardGuide[], fragment: string): void =>
  take(store, "link", readLink(guides, fragment));

const refuse = (from: "link" | "file", reason: FileRefusal) =>
  void openDialog(`This ${from} cannot be read`, [
    element("p", "", `${REFUSED[reason]} Nothing was changed.`),
  ]);

/** Says in words what would change for a PC. */
function describe({ label, isNew, added, changed, removed }: BroughtPc): HTMLElement {
  const parts = [
    ...(added > 0 ? [words(added, "new entry", "new entries")] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
  ];
  return element(
    "li",
    "",
    element("b", "", label),
    `${isNew ? " (new)" : ""}: ${parts.join(", ") || "no entries"}`,
  );
}

function take(
  store: ProgressStore,
  from: "link" | "file",
  content: { progress: SavedProgress; leftOut?: number } | { refused: FileRefusal },
): void {
  if ("refused" in content) return refuse(from, content.refused);
  const { progress: brought, leftOut = 0 } = content;
  const names = pcsOf(brought).map(({ label }) => label);
  const how = choice<HowToBring>(
    "What to do with it",
    "move-how",
    [
      { value: "add", label: "Add it to what is here" },
      { value: "replace", label: "Replace what is here for the same PC" },
      { value: "apart", label: "Keep it apart, as another PC" },
    ],
    "add",
  );
  how.set.hidden = isUnused(store.getState().progress);
  const list = element("ul", "pc-dialog-list");
  list.setAttribute("role", "status");
  const look = () => {
    const { progress } = store.getState();
    const after = withBrought(progress, brought, how.value(), { by: "preview", at: 0 });
    const changes = after && previewBrought(progress, after);
    list.replaceChildren(
      ...(changes?.map(describe) ?? []),
      ...(changes?.length === 0 ? [element("li", "", "Nothing: all of it is here already.")] : []),
      ...(changes ? [] : [element("li", "", `More than ${MAX_PCS} PCs, which do not fit.`)]),
    );
    return after !== undefined;
  };
  how.set.addEventListener("change", look);
  const title =
    names.length === 1 && names[0] !== "This PC"
      ? `Take over ${names[0]}?`
      : `Take over ${words(names.length, "PC")}?`;
  openDialog(
    title,
    [
      element("p", "", `This ${from} would change:`),
      list,
      ...(leftOut > 0
        ? [
            element(
              "p",
              "",
              `${words(leftOut, "entry", "entries")} of another version of the site will be left out.`,
            ),
          ]
        : []),
      how.set,
    ],
    {
      submitLabel: "Take over",
      submit: (close) => {
        if (!look()) return;
        const change = store.change(
          (progress, actor) => withBrought(progress, brought, how.value(), actor) ?? progress,
        );
        close();
        offerUndo(
          `Taken over: ${names.length === 1 ? names[0]! : words(names.length, "PC")}.`,
          store,
          change,
        );
      },
    },
  );
  look();
}
