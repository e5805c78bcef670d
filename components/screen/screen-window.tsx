import { Fragment, type ReactNode } from "react";
import { MessageText, missingWords } from "@/components/content/message-text";
import { isClosed, type DrawnElement, type DrawnScreen } from "@/lib/screens/draw-screen";
import type { ScreenIcon } from "@/lib/schema/screens";
import type { Windows } from "@/lib/windows/version";

type Mark = { target: string | undefined; number: number; near: boolean; says: ReactNode };

/** A window as one version of Windows shows it. Few elements and short class names, since a guide has a dozen. */
export function ScreenWindow({
  drawn,
  target,
  number = 1,
  near = false,
  look,
  says,
}: {
  drawn: DrawnScreen;
  target?: string;
  number?: number;
  /** Set on a page about one sentence: draws what the sentence lacks, too. */
  near?: boolean;
  /** Set when the other version is stacked behind it. */
  look?: Windows;
  /** Replaces the sentence where the reader chooses it. */
  says?: ReactNode;
}) {
  const { window, windows, bar, path, heading, elements } = drawn;
  const mark = { target, number, near, says };
  const nav = elements.filter(({ kind }) => kind === "nav" || kind === "person");
  const main = elements.filter(({ kind }) => kind !== "nav" && kind !== "person");
  // An address breaks after a slash, not in a word.
  const title = window === "web" ? bar?.replaceAll("/", "/\u200b") : bar;
  const inNav = nav.some(({ id }) => id === target);
  return (
    <div className={`win win-${window} w${windows}`} data-look={look}>
      {window === "paper" ? null : (
        <div className="win-bar">
          {window === "settings" && windows === "11" ? <Icon name="back" /> : null}
          {window === "web" ? <Icon name="lock" /> : null}
          <span>{title ?? (window === "settings" ? "Settings" : null)}</span>
          <Icon name="controls" />
        </div>
      )}
      <div className="win-body">
        {nav.length > 0 ? (
          <div className={inNav ? "win-nav win-nav-shown" : "win-nav"}>
            {nav.map((element) => (
              <Element
                key={element.id}
                element={element}
                windows={windows}
                mark={mark}
                here={element.label === (windows === "11" ? path[0] : path.at(-1))}
              />
            ))}
          </div>
        ) : null}
        <div className="win-main">
          <Heading windows={windows} path={path} heading={heading} />
          {inGroups(main).map((group) =>
            group.length > 1 || group[0]?.kind === "button" ? (
              <div key={group[0]?.id} className="win-end">
                {group.map((element) => (
                  <Element key={element.id} element={element} windows={windows} mark={mark} />
                ))}
              </div>
            ) : (
              group.map((element) => (
                <Element key={element.id} element={element} windows={windows} mark={mark} />
              ))
            ),
          )}
        </div>
      </div>
    </div>
  );
}

/** Groups consecutive buttons into one line. */
function inGroups(elements: readonly DrawnElement[]): DrawnElement[][] {
  const groups: DrawnElement[][] = [];
  for (const element of elements) {
    const last = groups.at(-1);
    if (element.kind === "button" && last?.[0]?.kind === "button") last.push(element);
    else groups.push([element]);
  }
  return groups;
}

function Heading({ windows, path, heading }: Pick<DrawnScreen, "windows" | "path" | "heading">) {
  if (heading) return <p className="win-h">{heading}</p>;
  const name = path.at(-1);
  if (!name) return null;
  return (
    <p className="win-h">
      {windows === "11"
        ? path.slice(0, -1).map((above) => (
            <Fragment key={above}>
              <span>{above}</span>
              <Icon name="next" />
            </Fragment>
          ))
        : null}
      {name}
    </p>
  );
}

/** An icon is a mask of app/screen.css: it costs some ten bytes here. */
function Icon({ name }: { name: ScreenIcon | "back" | "next" | "up" | "down" | "controls" }) {
  return <i className={`wi wi-${name}`} />;
}

type ElementProps = {
  element: DrawnElement;
  windows: Windows;
  mark: Mark;
  /** The open page in the list on the left. */
  here?: boolean;
};

function Element({ element, windows, mark, here = false }: ElementProps): ReactNode {
  const { id, kind, label, detail, value, icon, on, main, children } = element;
  const isTarget = id === mark.target;
  const missing = mark.near && kind === "sentence" ? missingWords(label) : undefined;
  const own = (name: string) => ({
    className: isTarget ? `${name} win-target` : name,
    "data-n": isTarget ? mark.number : undefined,
  });
  const words = (
    <>
      {label}
      {detail ? <small>{detail}</small> : null}
    </>
  );
  const inside = children.map((child) => (
    <Element key={child.id} element={child} windows={windows} mark={mark} />
  ));
  switch (kind) {
    case "nav":
      return (
        <p {...own(here ? "win-here" : "win-page")}>
          {icon ? <Icon name={icon} /> : null}
          {label}
        </p>
      );
    case "person":
    case "portrait":
      return (
        <div {...own(`win-${kind}`)}>
          <Icon name="account" />
          <div>
            {words}
            {inside}
          </div>
        </div>
      );
    case "row":
      return <Row element={element} windows={windows} mark={mark} />;
    case "check":
    case "choice":
      return (
        <p {...own(`win-${kind}${on ? " win-on" : ""}`)}>
          <i />
          <span>{words}</span>
        </p>
      );
    case "item":
      return (
        <div {...own(`win-item${on ? " win-on" : ""}`)}>
          {icon ? <Icon name={icon} /> : null}
          <div>
            {words}
            {inside}
          </div>
          {value ? <span className="win-value">{value}</span> : null}
        </div>
      );
    case "button":
      return <span {...own(main ? "win-button win-default" : "win-button")}>{label}</span>;
    case "link":
      return <span {...own("win-link")}>{label}</span>;
    case "field":
      return <p {...own("win-field")}>{label}</p>;
    case "heading":
      return <p {...own("win-sub")}>{label}</p>;
    case "sentence":
      return (
        <p {...own("win-says")}>
          {mark.says ?? <MessageText message={{ message: label, linked: "yes" }} />}
          {missing ? (
            <>
              {" "}
              <span className="win-missing">{missing}</span>
              <small>These last words are missing on your PC</small>
            </>
          ) : null}
        </p>
      );
    case "text":
      return <p {...own("win-text")}>{words}</p>;
  }
}

/** Windows 11 has a card with its details below; Windows 10 a label with its value beside it. */
function Row({ element, windows, mark }: Pick<ElementProps, "element" | "windows" | "mark">) {
  const { id, label, detail, value, icon, open, children } = element;
  const isTarget = id === mark.target;
  const ends = children.filter(({ kind }) => kind === "button");
  const inside = isClosed(element) ? [] : children.filter(({ kind }) => kind !== "button");
  const draw = (list: readonly DrawnElement[]) =>
    list.map((child) => <Element key={child.id} element={child} windows={windows} mark={mark} />);
  const does = windows === "10" && children.length === 0 && !value;
  return (
    <div
      className={`win-row${does ? " win-does" : ""}${isTarget ? " win-target" : ""}`}
      data-n={isTarget ? mark.number : undefined}
    >
      <div className="win-line">
        {icon && (windows === "11" || does) ? <Icon name={icon} /> : null}
        <div className="win-name">
          {label}
          {detail ? <small>{detail}</small> : null}
        </div>
        {value ? <span className="win-value">{value}</span> : null}
        {draw(ends)}
        {open === undefined ? null : <Icon name={open ? "up" : "down"} />}
      </div>
      {inside.length > 0 ? <div className="win-in">{draw(inside)}</div> : null}
    </div>
  );
}
