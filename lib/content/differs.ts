import "server-only";
import { collections } from "@/lib/schema/collections";
import { textsOf } from "@/lib/schema/texts";
import { attributeOf, elementsOf, parseText } from "@/lib/text/parse-text";
import { getAnswersOn } from "./answers";
import { getSettingsPage } from "./pages";

/** Whether a Settings page is in another place on Windows 10 than on 11. */
function pathDiffers(slug: string): boolean {
  const page = getSettingsPage(slug);
  return page?.path10?.join() !== page?.path11?.join();
}

/** Whether a text differs between Windows 10 and 11. */
export function textDiffers(markdown: string): boolean {
  return elementsOf(parseText(markdown)).some(
    (element) =>
      element.name === "Only" ||
      (element.name === "SettingsPath" && pathDiffers(attributeOf(element, "to") ?? "")),
  );
}

/** Whether any text of a document differs, so that its page has the toggle (W1). */
export function documentDiffers(
  collection: keyof typeof collections,
  document: { address: string },
  furtherTexts: string[] = [],
): boolean {
  return [
    ...getAnswersOn(document.address).map(({ answer }) => answer),
    ...textsOf(collections[collection].schema, document).map(({ markdown }) => markdown),
    ...furtherTexts,
  ].some(textDiffers);
}
