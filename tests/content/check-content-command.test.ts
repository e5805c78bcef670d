import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { smallContent, withContentFolder, type SmallContent } from "@/tests/fixtures/small-content";

/** Runs the command as scripts/build.mjs does, on content of its own. */
function check(content: SmallContent, put: (folder: string) => void = () => undefined) {
  return withContentFolder(content, (folder) => {
    put(folder);
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

test("files that are no text are reported by name, without a stack trace", () => {
  const bomb = "bcdefghij"
    .split("")
    .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghij"[i]}`).join(", ")}]`);
  const { status, stderr } = check(smallContent(), (folder) => {
    const write = (name: string, bytes: string | Buffer) =>
      writeFileSync(join(folder, `topics/${name}.yaml`), bytes);
    write("bytes", Buffer.from("title: caf\xe9\n", "latin1"));
    mkdirSync(join(folder, "topics/folder.yaml"));
    symlinkSync("nowhere", join(folder, "topics/link.yaml"));
    write("bomb", ["a: &a [x]", ...bomb].join("\n"));
    write("tag", "title: !!binary aGk=\n");
    write("large", `title: ${"word ".repeat(1_000_000)}\n`);
  });
  const report = (name: string, field: string, message: string, remedy: string) =>
    `content/topics/${name}.yaml › ${field}\n    ${message}\n    → ${remedy}`;
  for (const expected of [
    report(
      "bytes",
      "line 1",
      "expected UTF-8, found the byte 0xE9, which is none",
      "Save the file with the encoding UTF-8 (in Notepad: Save as, Encoding).",
    ),
    report("folder", "file", "expected a file, found a folder", "Rename or remove the folder."),
    report(
      "link",
      "file",
      "expected a file, found a link that leads nowhere",
      "Put what it should lead to in its place, or remove it.",
    ),
    report(
      "bomb",
      "line 1",
      "expected plain fields, found the name “&a” for a value",
      "Write the value itself in each place. A text that begins with & or * needs quotes.",
    ),
    report(
      "tag",
      "line 1",
      "expected plain fields, found the type “tag:yaml.org,2002:binary”",
      "Remove the word with the exclamation mark. A text that begins with ! needs quotes.",
    ),
    report(
      "large",
      "file",
      "expected at most 200 KB, found 5001 KB",
      "Split it into several pages, or take out what does not belong to the text.",
    ),
  ])
    expect(stderr).toContain(expected);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(status).toBe(1);
}, 20_000);
