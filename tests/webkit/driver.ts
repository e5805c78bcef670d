import { spawn } from "node:child_process";
import { test as base, expect } from "@playwright/test";
import { findFreePort } from "../../scripts/port.mjs";

/** The name under which WebDriver sends an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
export const KEYS = { control: "\uE009", enter: "\uE007" };

/** A browser with one session of its own, driven by plain WebDriver. Functions run in the page. */
export class WebKit {
  constructor(
    private readonly session: string,
    private readonly site: string,
  ) {}

  /** The same browser, at another address of the site. */
  at = (site: string) => new WebKit(this.session, site);

  open = (path: string) => ask("POST", `${this.session}/url`, { url: this.site + path });
  reload = () => ask("POST", `${this.session}/refresh`, {});
  back = () => ask("POST", `${this.session}/back`, {});

  run<Result, Given extends unknown[]>(inPage: (...given: Given) => Result, ...args: Given) {
    const script = `return (${inPage.toString()})(...arguments)`;
    return ask("POST", `${this.session}/execute/sync`, { script, args }) as Promise<Result>;
  }

  /** The value of a function that runs in the page, again and again until an expectation holds. */
  eventually<Result, Given extends unknown[]>(inPage: (...given: Given) => Result, ...args: Given) {
    return expect.poll(() => this.run(inPage, ...args), { timeout: 10_000 });
  }

  private async find(css: string) {
    const element = await ask("POST", `${this.session}/element`, {
      using: "css selector",
      value: css,
    });
    return `${this.session}/element/${(element as Record<string, string>)[ELEMENT]}`;
  }
  async click(css: string) {
    await ask("POST", `${await this.find(css)}/click`, {});
  }
  async type(css: string, text: string) {
    await ask("POST", `${await this.find(css)}/value`, { text });
  }
  press(...keys: string[]) {
    const down = keys.map((value) => ({ type: "keyDown", value }));
    const up = keys.toReversed().map((value) => ({ type: "keyUp", value }));
    const actions = [{ type: "key", id: "keyboard", actions: [...down, ...up] }];
    return ask("POST", `${this.session}/actions`, { actions });
  }

  tabs = () => ask("GET", `${this.session}/window/handles`) as Promise<string[]>;
  show = (handle: string) => ask("POST", `${this.session}/window`, { handle });
  newTab = async () => {
    const tab = await ask("POST", `${this.session}/window/new`, { type: "tab" });
    await this.show((tab as { handle: string }).handle);
  };
}

async function ask(method: string, address: string, body?: unknown): Promise<unknown> {
  const response = await fetch(address, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${value.error}: ${value.message} (${method} ${address})`);
  return value;
}

/** Playwright's `test` with a WebKit for each test, and a driver for each worker. */
export const test = base.extend<{ webkit: WebKit }, { driver: string }>({
  driver: [
    async ({}, use) => {
      const port = await findFreePort();
      const driver = [process.env.KEYLINK_WEBKIT ?? "", "-p", String(port)];
      // A group of its own, so that the display ends with the driver.
      const group = spawn("xvfb-run", ["-a", "dbus-run-session", "--", ...driver], {
        detached: true,
        stdio: "ignore",
      });
      const address = `http://127.0.0.1:${port}`;
      await expect.poll(() => ask("GET", `${address}/status`).then(() => true, String)).toBe(true);
      await use(address);
      if (group.pid) process.kill(-group.pid);
    },
    { scope: "worker" },
  ],
  webkit: async ({ driver, baseURL }, use) => {
    const given = await ask("POST", `${driver}/session`, { capabilities: {} });
    const { sessionId } = given as { sessionId: string };
    const session = `${driver}/session/${sessionId}`;
    await use(new WebKit(session, baseURL ?? ""));
    await ask("DELETE", session);
  },
});
