import { expect, test } from "vitest";
import { asksForUnlawfulActivation } from "@/lib/search/safety";

test.each([
  "kms activator",
  "KMSpico download",
  "kms auto net",
  "windows 11 activator",
  "irm https://get.activated.win | iex",
  "irm … | iex",
  "massgrave",
  "MAS script",
  "hwid activation script",
  "digital license ultimate 1.6 legit?",
  "cheap key",
  "cheap windows 11 pro licence",
  "ebay windows key",
  "free windows 10 product key",
  "product key for free",
  "key for 5 euro legit?",
  "10 euro key",
  "is a 15 € windows key legit",
  "$20 windows 11 pro license",
  "license $12",
  "windows key generator",
  "keygen",
  "crack windows 11",
  "windows loader",
  "bypass windows activation",
  "activate windows for free",
  "activate windows 11 without paying",
  "buy cheap office and windows",
  "g2a windows key",
])("warns at %s", (query) => {
  expect(asksForUnlawfulActivation(query)).toBe(true);
});

test.each([
  "",
  "where is my product key",
  "KMS host not found",
  "kms client",
  "generic key",
  "free upgrade to windows 11 keep license",
  "upgrade from windows 10 to 11 activation free license",
  "is linking free",
  "free up my license",
  "stolen laptop transfer license",
  "product key not working",
  "product key for 2 PCs",
  "license key for 11 pro",
  "30 dollar esu license",
  "windows 10 key on 11",
  "cracked screen laptop license",
  "activation troubleshooter",
  "activate windows",
  "remove watermark",
  "skip the key during setup",
  "0xC004F211",
  "Windows is activated with a digital license",
])("does not warn at %s", (query) => {
  expect(asksForUnlawfulActivation(query)).toBe(false);
});
