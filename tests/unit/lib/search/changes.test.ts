import { expect, test } from "vitest";
import { changeTerms } from "@/lib/search/changes";

test.each([
  ["Pro to Home", ["pro_to_home"]],
  ["go back to Windows 10 from 11", ["11_to_10"]],
  ["switch to a local account from my Microsoft account", ["microsoft_to_local"]],
  ["win10 Home -> Windows 11 Professional", ["10_to_11", "home_to_pro"]],
  ["from Home to Pro, is it really Home to Pro?", ["home_to_pro"]],
  ["sign in to my Microsoft account to activate Pro", []],
  ["Windows 10 or 11", []],
  ["Pro to Pro", []],
  // Each line is a question of its own.
  ["is it Home\nto Pro", []],
  // Two clauses.
  ["I have Home and a key from the shop, so how do I get to Pro", []],
])("the changes in %j", (text, changes) => {
  expect(changeTerms(text)).toEqual(changes);
});
