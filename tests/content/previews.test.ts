import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import previews from "@/.generated/previews.json";
import { getAddresses } from "@/lib/content/pages";
import { getPreviews } from "@/lib/content/previews";
import { pageMetadata } from "@/lib/metadata";
import { absolute } from "@/lib/site/site";
import { drawPreview } from "@/scripts/preview-picture";

const drawn = new Map(Object.entries(previews));

test("every page has a picture of its own, small and in the size that it says", () => {
  expect([...drawn.keys()].sort()).toEqual(getAddresses().sort());
  expect(new Set([...drawn.values()].map(({ url }) => url)).size).toBe(drawn.size);
  for (const [address, { url, width, height, alt }] of drawn) {
    const file = `public${url}`;
    expect(existsSync(file), address).toBe(true);
    const png = readFileSync(file);
    expect(png.length, address).toBeLessThanOrEqual(60_000);
    expect(png.toString("latin1", 1, 4)).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
    expect(alt, address).not.toBe("");
  }
});

test("the picture of a message or a guide shows the screen that the page shows", () => {
  const screens = new Map(getPreviews().map(({ address, screen }) => [address, screen]));
  for (const address of ["/messages/digital-license", "/guides/link-your-license", "/"])
    expect(screens.get(address)?.drawn.path, address).toEqual(["System", "Activation"]);
  expect(drawn.get("/messages/digital-license")?.alt).toContain(
    "Drawing: Settings in Windows 11, System › Activation",
  );
  expect(screens.get("/errors/0xc004f211")).toBeUndefined();
});

test("the same page gives the same picture, byte by byte", async () => {
  const [preview] = getPreviews();
  if (!preview) throw new Error("no page");
  const url = drawn.get(preview.address)?.url ?? "";
  expect((await drawPreview(preview)).equals(readFileSync(`public${url}`))).toBe(true);
});

test("a title that the font cannot write stops the build and says what to do", async () => {
  const title = { address: "/x", title: "ライセンス", description: "" };
  await expect(drawPreview(title)).rejects.toThrow(/picture of \/x needs letters.*Write the title/);
});

test("the preview has an absolute URL, a size and alt text", () => {
  const { openGraph } = pageMetadata({
    title: "x",
    description: "y",
    address: "/errors/0xc004f211",
  });
  expect(openGraph?.images).toEqual([
    {
      url: absolute(drawn.get("/errors/0xc004f211")?.url ?? ""),
      width: 1200,
      height: 630,
      alt: "0xC004F211: Windows says that your hardware has changed",
    },
  ]);
});
