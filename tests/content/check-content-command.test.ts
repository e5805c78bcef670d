import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { smallContent, withContentFolder, type SmallContent } from "@/tests/fixtures/small-content";

/** Runs the command as scripts/build.mjs does, on content of its own. */
function check(content: SmallContent) {
  return withContentFolder(content, (folder) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--conditions=react-server", "--import=tsx", "tools/check-content.ts", folder],
      { encoding: "utf8" },
    );
    return { status, stdout, stderr: stderr.replaceAll(folder, "content") };
  });
}

test("a wrong word deep in a document stops the build, with file, field and remedy", () => {
  const content = smallContent();
  content["guides/link.yaml"].parts[0].steps[0].needs = ["internett"];
  const { status, stdout, stderr } = check(content);
  expect(status).toBe(1);
  expect(stderr).toContain(
    "content/guides/link.yaml › parts[0].steps[0].needs[0]\n" +
      "    expected one of: administrator, internet, microsoft-account, windows-password, second-device, paper, found “internett”\n" +
      "    → Did you mean “internet”?",
  );
  expect(stdout).toMatch(/Content: 1 problem in \d+ files\./);
}, 20_000);

test("content without a problem passes", () => {
  const { status, stdout, stderr } = check(smallContent());
  expect(stderr).toBe("");
  expect(stdout).toMatch(/all in order/);
  expect(status).toBe(0);
}, 20_000);
