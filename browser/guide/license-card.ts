import { ANSWER_PARAMETER } from "@/lib/progress/answers-in-address";
import {
  CARD_DETAILS,
  CARD_EDITIONS,
  keptName,
  maskAccount,
  originAnswer,
  type AccountRefusal,
  type CardDetail,
  type LicenseCard,
} from "@/lib/progress/license-card";
import { longDay, yearAfter } from "@/lib/text/dates";
import { need, put } from "./need";

const REFUSED: Record<AccountRefusal, string> = {
  "product-key": "That is a product key. Keep it on paper, never in a browser. Nothing was saved.",
  "no-address":
    "Write the e-mail address of the account. A password never belongs here. Nothing was saved.",
};

/** Mounts the fields of the License card. */
export function mountLicenseCard(
  card: HTMLElement,
  keep: (detail: CardDetail, value: string | null) => void,
) {
  const edition = need<HTMLSelectElement>("[data-card=edition]", card);
  const seenBy = need<HTMLInputElement>("[data-card=seen-by]", card);
  const form = need<HTMLFormElement>("[data-card-account]", card);
  const field = need<HTMLInputElement>("input", form);
  const note = need("[data-card-note]", card);
  const hintLine = need("[data-card-hint-line]", card);
  const hint = need("[data-card-hint]", card);
  const originNote = need("[data-card-origin-note]", card);
  const choices = (["recovery-key", "origin"] as const).map((name) => ({
    name,
    element: need(`[data-card="${name}"]`, card),
  }));
  const advice = note.textContent ?? "";
  const next = need<HTMLAnchorElement>("[data-card-next]", card);
  /** Without the origin, which is only known here. */
  const nextAddress = next.href;

  edition.addEventListener("change", () => keep(CARD_DETAILS.edition, edition.value || null));
  seenBy.addEventListener("change", () => {
    const name = keptName(seenBy.value);
    seenBy.value = name ?? "";
    keep(CARD_DETAILS.seenBy, name ?? null);
  });
  for (const { name, element } of choices)
    element.addEventListener("change", ({ target }) =>
      keep(
        name === "origin" ? CARD_DETAILS.origin : CARD_DETAILS.recoveryKey,
        (target as HTMLInputElement).value,
      ),
    );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const kept = maskAccount(field.value);
    if ("refused" in kept) {
      if (kept.refused === "product-key") field.value = "";
      put(note, REFUSED[kept.refused]);
      return field.focus();
    }
    field.value = "";
    put(note, advice);
    keep(CARD_DETAILS.account, kept.masked);
    need("[data-card-forget]", card).focus();
  });
  need("[data-card-forget]", card).addEventListener("click", () => {
    keep(CARD_DETAILS.account, null);
    field.focus();
  });

  return {
    render({ edition: name, account, recoveryKey, origin, seen, seenBy: who }: LicenseCard): void {
      edition.value = name ?? "";
      // Not while it is being typed, when another tab changes something.
      if (seenBy !== document.activeElement) seenBy.value = who ?? "";
      form.hidden = account !== undefined;
      hintLine.hidden = account === undefined;
      put(hint, account ?? "");
      for (const { name, element } of choices) {
        const value = name === "origin" ? origin : recoveryKey;
        for (const radio of element.querySelectorAll<HTMLInputElement>("input"))
          radio.checked = radio.value === value;
      }
      originNote.hidden = origin !== "yes";
      put(
        need("[data-card-printed]", card),
        [
          ...(seen ? [`Seen on ${longDay(seen)}`] : []),
          ...(name ? [`Edition: ${CARD_EDITIONS[name]}`] : []),
          ...(account ? [`Account: ${account}`] : []),
        ].join(" · "),
      );
      const address = new URL(nextAddress);
      const answer = originAnswer(origin);
      if (answer) address.searchParams.append(ANSWER_PARAMETER, `origin.${answer}`);
      next.href = address.href;
      put(need("[data-card-seen]", card), seen ? longDay(seen) : "");
      put(need("[data-card-again]", card), seen ? `By ${yearAfter(seen)}` : "");
    },
  };
}
