import { ImageResponse } from "next/og";
import type { CSSProperties, ReactElement, ReactNode } from "react";
import type { Preview } from "../lib/content/previews";
import { isClosed, type DrawnElement, type DrawnScreen } from "../lib/screens/draw-screen";
import { SITE_NAME } from "../lib/site/site";
import { smallPng } from "./small-png";

/*
 * The picture that is shown where somebody shares a link to a page. Satori draws it, which knows flex boxes and inline
 * styles only. The colors are the light ones of app/first-paint.css.
 */

/** The size that every site with link previews accepts. */
export const PREVIEW_SIZE = { width: 1200, height: 630 };
const LARGEST_BYTES = 60_000;

const INK = "#1b1b1a";
const MUTED = "#4d4d49";
const LINE = "#dedcd6";
const ACCENT = "#08509b";
const ACCENT_SOFT = "#e6f0fa";
const SUNKEN = "#f2f2ef";

const row: CSSProperties = { display: "flex", alignItems: "center" };
const column: CSSProperties = { display: "flex", flexDirection: "column" };
/** The only available font has one weight. */
const bold: CSSProperties = { WebkitTextStroke: `1.5px ${INK}` };

/** Long titles are smaller, so that three lines always fit. */
const titleSize = ({ length }: string) => (length <= 44 ? 72 : length <= 80 ? 62 : 52);

function PreviewPicture({ kind, title, description, screen }: Preview): ReactElement {
  return (
    <div
      style={{
        ...column,
        width: "100%",
        height: "100%",
        padding: "56px 72px 0",
        background: "#fbfbfa",
        color: INK,
      }}
    >
      <div style={{ ...row, fontSize: 34 }}>
        <Logo />
        <div style={{ ...bold, marginLeft: 18 }}>{SITE_NAME}</div>
        {kind ? <div style={{ marginLeft: 18, color: MUTED }}>{`· ${kind}`}</div> : null}
      </div>
      <div
        style={{
          ...bold,
          WebkitTextStroke: `2px ${INK}`,
          display: "flex",
          flexShrink: 0,
          marginTop: screen ? 32 : 56,
          fontSize: titleSize(title) - (screen ? 10 : 0),
          lineHeight: 1.15,
        }}
      >
        {title}
      </div>
      {screen ? (
        <Window {...screen} />
      ) : (
        <div
          style={{ display: "flex", marginTop: 36, fontSize: 34, lineHeight: 1.4, color: MUTED }}
        >
          {description}
        </div>
      )}
    </div>
  );
}

/** public/icon.svg, rebuilt from boxes: an SVG would take Satori longer than everything else. */
function Logo() {
  const ring: CSSProperties = {
    position: "absolute",
    width: 20,
    height: 20,
    border: "4.5px solid #fff",
    borderRadius: 10,
  };
  return (
    <div
      style={{
        position: "relative",
        display: "flex",
        width: 56,
        height: 56,
        borderRadius: 14,
        background: ACCENT,
      }}
    >
      <div style={{ ...ring, left: 7, top: 13 }} />
      <div style={{ ...ring, left: 22, top: 13 }} />
      <div
        style={{
          position: "absolute",
          left: 34,
          top: 34,
          width: 15,
          height: 4.5,
          borderRadius: 2,
          background: "#fff",
          transform: "rotate(45deg)",
        }}
      />
    </div>
  );
}

/** The screen as a window that the lower edge cuts off. */
function Window({ drawn, target }: { drawn: DrawnScreen; target: string }) {
  const { window, bar, path, heading, elements } = drawn;
  const isConsole = window === "console";
  const name = heading ?? path.join(" › ");
  return (
    <div
      style={{
        ...column,
        flexGrow: 1,
        marginTop: 36,
        border: `2px solid ${LINE}`,
        borderBottom: "none",
        borderRadius: "18px 18px 0 0",
        background: isConsole ? INK : "#fff",
        color: isConsole ? "#fff" : INK,
      }}
    >
      {bar || window === "settings" ? (
        <div
          style={{
            display: "flex",
            padding: "12px 32px",
            borderRadius: "16px 16px 0 0",
            background: SUNKEN,
            color: MUTED,
            fontSize: 24,
          }}
        >
          {bar ?? "Settings"}
        </div>
      ) : null}
      <div style={{ ...column, padding: "22px 32px", gap: 14 }}>
        {name ? <div style={{ display: "flex", fontSize: 34 }}>{name}</div> : null}
        {elements
          .filter(({ kind, id }) => id === target || (kind !== "nav" && kind !== "person"))
          .map((element) => (
            <Element key={element.id} element={element} target={target} />
          ))}
      </div>
    </div>
  );
}

function Element({ element, target }: { element: DrawnElement; target: string }): ReactElement {
  const { id, kind, label, detail, value, on, main, children } = element;
  const isTarget = id === target;
  const marked: CSSProperties = isTarget ? { border: `4px solid ${ACCENT}`, borderRadius: 10 } : {};
  const inside = children
    .filter((child) => !isClosed(element) || child.kind === "button")
    .map((child) => <Element key={child.id} element={child} target={target} />);
  const text = (style: CSSProperties, words: ReactNode = label) => (
    <div style={{ display: "flex", fontSize: 30, ...style, ...marked }}>{words}</div>
  );
  if (kind === "button")
    return text({
      alignSelf: "flex-start",
      padding: "8px 22px",
      border: `2px solid ${main ? ACCENT : LINE}`,
      borderRadius: 8,
      background: main ? ACCENT : SUNKEN,
      color: main ? "#fff" : INK,
      fontSize: 28,
    });
  if (kind === "link") return text({ alignSelf: "flex-start", padding: "4px 12px", color: ACCENT });
  if (kind === "sentence")
    return text({
      padding: "12px 18px",
      background: ACCENT_SOFT,
      borderRadius: 8,
      color: INK,
      lineHeight: 1.35,
    });
  if (kind === "field") return text({ padding: "10px 18px", border: `2px solid ${LINE}` });
  if (kind === "check" || kind === "choice")
    return (
      <div style={{ ...row, ...marked, padding: isTarget ? "6px 12px" : 0, fontSize: 30 }}>
        <div
          style={{
            width: 26,
            height: 26,
            marginRight: 16,
            border: `3px solid ${on ? ACCENT : MUTED}`,
            borderRadius: kind === "check" ? 5 : 13,
            background: on ? ACCENT : "#fff",
          }}
        />
        {label}
      </div>
    );
  const isRow = kind === "row" || kind === "item";
  return (
    <div
      style={{
        ...column,
        gap: 12,
        ...(isRow && {
          padding: "14px 22px",
          border: `2px solid ${LINE}`,
          borderRadius: 10,
          background: on ? ACCENT_SOFT : "#fff",
        }),
        ...marked,
        ...(isTarget && !isRow && { padding: "6px 12px" }),
      }}
    >
      <div
        style={{ ...row, justifyContent: "space-between", fontSize: kind === "heading" ? 34 : 30 }}
      >
        <div style={{ ...column, flexShrink: 1 }}>
          <div style={{ display: "flex" }}>{label}</div>
          {detail ? (
            <div style={{ display: "flex", color: MUTED, fontSize: 24 }}>{detail}</div>
          ) : null}
        </div>
        {value ? <div style={{ display: "flex", color: MUTED }}>{value}</div> : null}
      </div>
      {inside}
    </div>
  );
}

/** Renders a picture. Also returns the addresses from which satori requests letters that its font lacks. */
async function render(picture: ReactElement): Promise<{ png: Buffer; asked: string[] }> {
  const asked: string[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = (address, options) => {
    // Parts of ImageResponse itself.
    if (String(address).startsWith("data:")) return fetch(address, options);
    asked.push(String(address));
    return Promise.reject(new Error("pictures are drawn without a network"));
  };
  try {
    const png = Buffer.from(await new ImageResponse(picture, PREVIEW_SIZE).arrayBuffer());
    return { png, asked };
  } finally {
    globalThis.fetch = fetch;
  }
}

/** The picture of a page as a PNG. Throws when it needs another font or is too large. */
export async function drawPreview(preview: Preview): Promise<Buffer> {
  const {
    png: whole,
    asked: [font],
  } = await render(<PreviewPicture {...preview} />);
  if (font)
    throw new Error(
      `The picture of ${preview.address} needs letters that the font of next/og lacks: expected Latin letters and common signs, found those of ${font}. Write the title without them, or hand ImageResponse a font that has them (scripts/preview-picture.tsx).`,
    );
  const png = smallPng(whole);
  if (png.length > LARGEST_BYTES)
    throw new Error(
      `The picture of ${preview.address} has ${png.length} bytes, expected at most ${LARGEST_BYTES}: show less in scripts/preview-picture.tsx.`,
    );
  return png;
}
