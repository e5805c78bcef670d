import type { GuideOutline } from "@/lib/progress/guide-outline";
import { startGuide } from "./guide/index";
import { need } from "./guide/need";
import { becomeReady } from "./idle";

/* The script of a guide's page. */

// In a task of its own, since evaluating this file already took one.
setTimeout(() => {
  try {
    const outline = need("#guide-outline", document).textContent ?? "";
    startGuide(need("[data-guide]", document), JSON.parse(outline) as GuideOutline);
    delete document.documentElement.dataset.late;
    void becomeReady();
  } catch (error) {
    document.documentElement.dataset.failed = "";
    throw error;
  }
});
