import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { readContent } from "../lib/checks/read-content";
import { FIXED_TITLES, addressOf, compareAddress, usbAddress } from "../lib/site/kinds";

/*
 * Writes .generated/addresses.json with every address that answers 200. proxy.ts uses it to tell known addresses
 * from unknown ones before a page is rendered, since it cannot load the whole content for that.
 */
const { files } = readContent("content");
const pages = files.flatMap(({ collection, slug, value }) => {
  const address = (value as { draft?: boolean }).draft ? undefined : addressOf(collection, slug);
  return address ? [address] : [];
});
const served = existsSync("public")
  ? readdirSync("public", { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [`/${entry.name}`] : [],
    )
  : [];
/** What each guide has besides its page; scripts/build-usb.ts writes the file. */
const ofGuides = files.flatMap(({ collection, slug, value }) =>
  collection === "guides" && !(value as { draft?: boolean }).draft
    ? [compareAddress(slug), usbAddress(slug)]
    : [],
);
const routes = [
  "/sw.js",
  "/sitemap.xml",
  "/robots.txt",
  "/api/search",
  "/api/suggest",
  "/api/v1/search",
];
const machineFiles = JSON.parse(readFileSync(".generated/files.json", "utf8")) as object;
const addresses = [
  ...FIXED_TITLES.keys(),
  ...pages,
  ...served,
  ...routes,
  ...Object.keys(machineFiles),
  ...ofGuides,
].sort();
mkdirSync(".generated", { recursive: true });
writeFileSync(".generated/addresses.json", JSON.stringify(addresses, null, 1));
console.log(`Addresses: ${addresses.length}.`);
