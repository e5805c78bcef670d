import { linkTo } from "./base-path";
import { showNotice } from "./notice";

/** The release of this script, and whether the site works offline; written by scripts/build-browser.ts. */
declare const RELEASE: string;
declare const OFFLINE: boolean;

type TrustedTypes = {
  createPolicy: (
    name: string,
    rules: { createScriptURL: () => string },
  ) => { createScriptURL: (address: string) => string };
};

/**
 * Registers the service worker (browser/service-worker.ts). Tells of a newer release in a notice, unless
 * another notice is shown; nothing reloads by itself.
 */
export function startOffline(): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  // Not available over plain HTTP (O6). `npm run dev` builds without it.
  if (!workers || !OFFLINE) return;
  const rules = { createScriptURL: () => linkTo("/sw.js") };
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("service-worker", rules) ?? rules;
  // The reader's settings may forbid it; the page works all the same.
  workers.register(policy.createScriptURL(""), { updateViaCache: "none" }).catch(() => undefined);
  workers.addEventListener("message", ({ data }) => {
    if (data.release === RELEASE || document.querySelector("[data-notice]")) return;
    showNotice("There is a newer version of this page. Your ticks are saved.", [
      { label: "Show it", run: () => location.reload() },
      { label: "Later", run: () => undefined },
    ]);
  });
  workers.startMessages();
}
