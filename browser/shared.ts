/*
 * What a guide has loaded anyway, in one file of its own, which the late parts of a guide and the pages for the
 * reader's PCs share. The build imports this into each of them (scripts/build-browser.ts): esbuild puts modules
 * that the same scripts need into the same file.
 */
import "@/lib/progress/guide-view";
import "@/lib/progress/license-card";
import "@/lib/progress/pcs";
import "@/lib/progress/progress";
import "@/lib/progress/progress-store";
import "@/lib/progress/saved-progress";
import "@/lib/text/dates";
import "@/lib/text/today";
import "./element";
import "./guide/need";
