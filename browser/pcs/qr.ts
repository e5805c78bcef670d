import { generate } from "lean-qr";
import type { BoardGuide } from "@/lib/progress/guide-outline";
import { linkAddress } from "@/lib/progress/move-link";
import type { SavedProgress } from "@/lib/progress/saved-progress";
import { linkTo } from "../base-path";

const SVG = "http://www.w3.org/2000/svg";
/** The quiet zone that scanners need (ISO/IEC 18004). */
const BORDER = 4;

/** A text as a QR code, black on white in every theme, as scanners need it. */
export function qrCode(text: string, label: string): SVGElement {
  const code = generate(text);
  const size = code.size + 2 * BORDER;
  let path = "";
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) {
      if (!code.get(x, y)) continue;
      let width = 1;
      while (code.get(x + width, y)) width += 1;
      path += `M${x + BORDER} ${y + BORDER}h${width}v1h-${width}z`;
      x += width;
    }
  const make = (name: string, attributes: Record<string, string>) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const svg = make("svg", {
    viewBox: `0 0 ${size} ${size}`,
    class: "qr",
    role: "img",
    "aria-label": label,
    "shape-rendering": "crispEdges",
  });
  svg.append(
    make("rect", { width: `${size}`, height: `${size}`, fill: "#fff" }),
    make("path", { d: path, fill: "#000" }),
  );
  return svg;
}

/** The code of the link that carries the progress of a PC. */
export const linkCode = (guides: BoardGuide[], progress: SavedProgress, pc: string): SVGElement =>
  qrCode(linkAddress(location.origin + linkTo("/pcs"), guides, progress, [pc]), "QR code");
