import { getFact } from "@/lib/content/facts";
import { getDrawings } from "@/lib/content/screens";
import { placeText, spokenText, unconfirmedText } from "@/lib/screens/caption";
import { allElements, isOfWindows, type DrawnScreen } from "@/lib/screens/draw-screen";
import { ScreenWindow } from "./screen-window";

/**
 * A drawn window to compare with the screen, with one element marked. Windows 11 and 10 are stacked
 * (app/screen.css), so that the page does not move when the reader switches. The drawing is hidden from
 * assistive technology; the caption says the same in words.
 */
export function ScreenPicture({
  screen,
  target,
  number = 1,
  near = false,
  list = true,
}: {
  /** File name in content/screens. */
  screen: string;
  /** Id of the element that is marked. */
  target?: string;
  /** The number beside the mark, as the text names it. */
  number?: number;
  /** Draws only the row with the target, larger and without a mark, for pages about one sentence. */
  near?: boolean;
  /** Whether the list at the left of Settings is drawn; it helps to find the page. */
  list?: boolean;
}) {
  const drawings = getDrawings(screen)
    .map((drawn) => (near ? around(target, drawn) : drawn))
    .map((drawn) => (list ? drawn : withoutList(drawn)));
  const [first, second] = drawings;
  if (!first) return null;
  const same =
    second !== undefined &&
    JSON.stringify({ ...first, windows: "" }) === JSON.stringify({ ...second, windows: "" });
  const shown = same && !isOfWindows(first.window) ? [first] : drawings;
  const chosen = shown.length > 1;
  const captions = same ? [first] : drawings;
  return (
    <figure
      className={near ? "screen screen-near" : "screen"}
      data-only={second ? undefined : first.windows}
    >
      <div className="screen-looks" aria-hidden="true" translate="no">
        {shown.map((drawn) => (
          <ScreenWindow
            key={drawn.windows}
            drawn={drawn}
            target={near ? undefined : target}
            number={number}
            near={near}
            look={chosen ? drawn.windows : undefined}
          />
        ))}
      </div>
      <figcaption className="screen-looks">
        {captions.map((drawn) => (
          <span key={drawn.windows} data-look={captions.length > 1 ? drawn.windows : undefined}>
            <Caption
              drawn={drawn}
              onBoth={same}
              target={near ? undefined : target}
              number={number}
            />
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** The screen with the one row that holds the target. */
function around(target: string | undefined, drawn: DrawnScreen): DrawnScreen {
  const elements = drawn.elements.filter((element) =>
    allElements([element]).some(({ id }) => id === target),
  );
  return drawn.window === "settings" ? { ...drawn, elements } : drawn;
}

const withoutList = (drawn: DrawnScreen): DrawnScreen => ({
  ...drawn,
  elements: drawn.elements.filter(({ kind }) => kind !== "nav" && kind !== "person"),
});

function Caption({
  drawn,
  onBoth,
  target,
  number,
}: {
  drawn: DrawnScreen;
  onBoth: boolean;
  target: string | undefined;
  number: number;
}) {
  const marked = allElements(drawn.elements).find(({ id }) => id === target);
  const unconfirmed = unconfirmedText(drawn, (id) => getFact(id).grade === "confirmed");
  return (
    <>
      <span className="sr-only">
        Drawing: {placeText(drawn, onBoth)}. <span translate="no">{spokenText(drawn)}</span>.
        {marked ? (
          <>
            {" "}
            {number} marks <b translate="no">{marked.label}</b>.
          </>
        ) : null}{" "}
      </span>
      Drawn to compare; yours can look different.{unconfirmed ? ` ${unconfirmed}` : null}
    </>
  );
}
