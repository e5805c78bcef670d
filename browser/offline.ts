import { showNotice } from "./notice";

/** The release that this script belongs to, and whether it may work offline; written by scripts/build-browser.ts. */
declare const RELEASE: string;
declare const OFFLINE: boolean;

type TrustedTypes = {
  createPolicy: (
    name: string,
    rules: { createScriptURL: () => string },
  ) => { createScriptURL: (address: string) => string };
};

/**
 * Starts the service worker (browser/service-worker.ts) once the page has nothing else to load. Says
 * when a newer release is there, quietly and only where nothing else is being said; nothing reloads by itself.
 */
export function startOffline(): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  // Not on plain HTTP (O6). `npm run dev` builds without it.
  if (!workers || !OFFLINE) return;
  const rules = { createScriptURL: () => "/sw.js" };
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("service-worker", rules) ?? rules;
  // Where the reader's settings forbid it, the page works as it is.
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
