import { JsonScript } from "@/components/layout/raw-html";
import { getBoardGuides } from "@/lib/content/guide-outline";

/** All guides as data, for scripts that show or move saved progress (browser/pcs/). */
export const GuideData = () => <JsonScript id="board-guides" data={getBoardGuides()} />;
