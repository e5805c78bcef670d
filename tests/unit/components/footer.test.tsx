import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function footerWith(variables: Record<string, string>) {
  for (const name of ["REPOSITORY_URL", "REPORT_EMAIL"]) vi.stubEnv(name, variables[name]);
  vi.resetModules();
  const { Footer } = await import("@/components/layout/footer");
  const review = { reviewed: "2026-11-21", reviewedBy: "the editors", updated: "2026-11-22" };
  const html = renderToStaticMarkup(<Footer address="/errors/0xc004f211" review={review} />);
  const href = /<a [^>]*href="([^"]*)" data-report=""/.exec(html)?.[1]?.replaceAll("&amp;", "&");
  return { html, report: href === undefined ? undefined : new URL(href) };
}

test("without an address for reports no page has “Report a mistake”", async () => {
  const { html, report } = await footerWith({});
  expect(report).toBeUndefined();
  expect(html).not.toContain("Report a mistake");
});

test("a report has the page, the version and the day of the review filled in", async () => {
  const mail = await footerWith({ REPORT_EMAIL: "editors@keylink.example" });
  expect(mail.report?.protocol).toBe("mailto:");
  expect(mail.report?.searchParams.get("subject")).toBe("Mistake on /errors/0xc004f211");
  const issue = await footerWith({ REPOSITORY_URL: "https://github.com/keylink/keylink" });
  expect(issue.report?.pathname).toBe("/keylink/keylink/issues/new");
  for (const { report } of [mail, issue]) {
    const lines = report?.searchParams.get("body")?.split("\r\n") ?? [];
    expect(lines[0]).toMatch(/^Page: https?:\/\/.*\/errors\/0xc004f211$/);
    expect(lines).toContain("Windows version shown: 11");
    expect(lines).toContain("Reviewed: 2026-11-21");
  }
});
