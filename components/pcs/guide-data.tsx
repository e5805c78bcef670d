import { JsonScript } from "@/components/layout/raw-html";
import { getBoardGuides } from "@/lib/content/guide-outline";

/** All guides as data, for the scripts of pages that show or carry what is saved (browser/pcs/). */
export const GuideData = () => <JsonScript id="board-guides" data={getBoardGuides()} />;
