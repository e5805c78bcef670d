import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tagOf } from "../lib/server/file-answer";
import { SECURITY_FILE } from "../lib/security/security-text";
import { getSiteFiles } from "../lib/site-files";
import { reportLink, SECURITY_CONTACT } from "../lib/site/site";

/*
 * Writes the files for machines to .generated/files, and their headers to .generated/files.json. Not on
 * request, because rendering a hundred texts would block the server for seconds.
 */
const files = getSiteFiles();
rmSync(".generated/files", { recursive: true, force: true });
mkdirSync(".generated/files", { recursive: true });
const facts = [...files].map(([address, { text, ...rest }]) => {
  // Flat, because an address may be both a file and the folder of another one.
  const file = address.slice(1).replaceAll("/", "+");
  writeFileSync(`.generated/files/${file}`, text);
  return [address, { ...rest, tag: tagOf(text), file }];
});
writeFileSync(".generated/files.json", JSON.stringify(Object.fromEntries(facts)));
console.log(`Files for machines: ${files.size}.`);

if (!reportLink("", []))
  console.log(
    "No page has “Report a mistake”: set REPOSITORY_URL (https://github.com/<owner>/<name>) or REPORT_EMAIL, and build again.",
  );
if (!SECURITY_CONTACT)
  console.log(
    `There is no ${SECURITY_FILE}: set SECURITY_CONTACT (https: or mailto:), REPOSITORY_URL or REPORT_EMAIL, and build again.`,
  );
