import type { JSX } from "react";

/*
 * The only place that hands markup to React as text (enforced by lint). All of it is our own: JSON that
 * is escaped below, the pre-paint script, the rules and the styles from our build, and slots for browser/
 * to fill.
 */

/** A `<script>` that holds data, not code: the browser never runs it, so no policy has to allow it. */
export function JsonScript({
  id,
  type = "application/json",
  data,
}: {
  id?: string;
  type?: string;
  data: unknown;
}) {
  // "<" could end the script element from inside a string (HTML, "script data state").
  const html = JSON.stringify(data).replace(/</g, "\\u003c");
  return <script id={id} type={type} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** The script that runs before the first paint, or speculation rules. Its hash is in the Content-Security-Policy. */
export function InlineScript({ code, type }: { code: string; type?: "speculationrules" }) {
  return <script type={type} dangerouslySetInnerHTML={{ __html: code }} suppressHydrationWarning />;
}

/** Styles in the page. Their hash is in the Content-Security-Policy. React moves those with a name to the head, once. */
export function InlineStyle({ css, name }: { css: string; name?: string }) {
  return (
    <style href={name} precedence={name && "in-page"} dangerouslySetInnerHTML={{ __html: css }} />
  );
}

type SlotTag = "p" | "span" | "div" | "a" | "button" | "label";

/**
 * An element whose content belongs to the scripts in browser/. React does not touch what it did not render,
 * so hydration never undoes their work.
 */
export function ScriptSlot<Tag extends SlotTag>({
  as,
  text = "",
  ...attributes
}: { as: Tag; text?: string } & Omit<JSX.IntrinsicElements[Tag], "children"> &
  Record<`data-${string}`, string | undefined>) {
  const Element = as as "div";
  const html = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return (
    <Element
      {...(attributes as JSX.IntrinsicElements["div"])}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
