import "server-only";
import { allElements, type DrawnScreen } from "@/lib/screens/draw-screen";
import type { Picture } from "@/lib/schema/screens";
import { FIXED_PAGES, FIXED_TITLES, KINDS } from "@/lib/site/kinds";
import { comparePage } from "./fixed-pages";
import { getGuides, getMessages, getPageLinks } from "./pages";
import { getDrawings } from "./screens";

/** What the picture of a page shows where somebody shares a link to it. */
export type Preview = {
  address: string;
  /** The kind of page, above the title. */
  kind?: string;
  title: string;
  /** Below the title, on pages without a screen. */
  description: string;
  /** The page's own screen, with the element that it is about. */
  screen?: { drawn: DrawnScreen; target: string };
};

/** What the site is for: on pages that are not documents. */
const TAGLINE =
  "Link a Windows 10 or 11 license to a Microsoft account, prove that it is linked, and get Windows activated again after a hardware change.";

/** The home page asks whether this sentence is on the screen. */
const HOME = {
  title: "Is your Windows license linked? One sentence tells.",
  picture: { screen: "activation-linked", target: "sentence" },
};

/** A screen as Windows 11 shows it, or Windows 10 where 11 lacks it. */
function screenOf(picture: Picture | undefined): Preview["screen"] {
  const [drawn] = picture ? getDrawings(picture.screen) : [];
  if (!picture || !drawn) return undefined;
  const { target } = picture;
  // Only the row with the target: a shared picture is shown small.
  const elements =
    drawn.window === "settings"
      ? drawn.elements.filter((element) => allElements([element]).some(({ id }) => id === target))
      : drawn.elements;
  return { drawn: { ...drawn, elements }, target };
}

/** A guide is shown by the first of its screens. */
const firstPicture = ({ parts }: ReturnType<typeof getGuides>[number]) =>
  parts.flatMap(({ steps }) => steps).find(({ picture }) => picture)?.picture;

/** The previews of all pages. */
export function getPreviews(): Preview[] {
  const pictures = new Map<string, Picture | undefined>([
    ...getMessages().map(({ address, picture }) => [address, picture] as const),
    ...getGuides().map((guide) => [guide.address, firstPicture(guide)] as const),
  ]);
  const documents = getPageLinks().map(({ address, kind, title, description }) => ({
    address,
    kind: KINDS[kind].one,
    title,
    description,
    screen: screenOf(pictures.get(address)),
  }));
  const fixed = [...FIXED_TITLES].map(([address, title]) => ({
    address,
    description: TAGLINE,
    ...(address === FIXED_PAGES.home.address
      ? { title: HOME.title, screen: screenOf(HOME.picture) }
      : { title }),
  }));
  const compared = getGuides().map((guide) => ({
    ...comparePage(guide),
    kind: KINDS.guide.one,
    screen: screenOf(firstPicture(guide)),
  }));
  return [...documents, ...fixed, ...compared];
}
