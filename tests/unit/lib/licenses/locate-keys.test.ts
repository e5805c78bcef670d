import { expect, test } from "vitest";
import { locateKeysInLongText } from "@/lib/licenses/locate-keys";
import { locateProductKeys } from "@/lib/product-key";
import { below, seeded } from "@/scripts/bench/random";

// Made up; in the shape of a key.
const GROUPS = ["VK7JG", "NPHTM", "C97JM", "9MPGT", "3V66T"];

test("one pass finds every place where a pattern can match", () => {
  const random = seeded("places of keys");
  const words = [
    ..."never again trust those words build 26100 error patch Office24HomeBusiness2024R bcdfg hjkmp".split(
      " ",
    ),
    ..."VK7JG NPHTM C97JM 9MPGT 3V66T KVK7JG 3V66TX 12345 ab 0xC004F211 tools-for-pc x".split(" "),
    GROUPS.join(""),
    GROUPS.join("-"),
    [...GROUPS.join("")].join(" "),
  ];
  const gaps = [
    "-",
    " ",
    " - ",
    "",
    ".",
    "\n",
    ", then ",
    " | ",
    " ".repeat(8),
    " ".repeat(10),
    "_",
  ];
  const otherWords = [
    ..."ВК7JG кмрст ＮＰＨＴＭ größe ﬃ ⑽ 𝗩𝗞𝟳𝗝𝗚 🅅🄺🆅 🇩🇪 ١٢٣٤٥ 許可證 ⓥⓚ %56%4b7J %5 %٤1".split(" "),
    "V\u0336K\u03017JG",
  ];
  const otherGaps = [
    ..."%20 %2D ％20 – 🎉🎉 🎉🎉🎉🎉 🎉🎉🎉🎉🎉 。 ㎏ 丽 ﷽".split(" "),
    ..."\u200b\u0301\ud800\0\u00a0",
  ];
  for (let round = 0; round < 4000; round++) {
    const isPlain = round % 2 === 0;
    const [from, between] = isPlain
      ? [words, gaps]
      : [words.concat(otherWords), gaps.concat(otherGaps)];
    let text = "";
    for (let i = 0; i < 14; i++)
      text +=
        (from[below(random, from.length)] ?? "") + (between[below(random, between.length)] ?? "");
    expect(locateKeysInLongText(text), text).toEqual(locateProductKeys(text));
  }
});
