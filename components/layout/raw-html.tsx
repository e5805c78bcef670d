import type { JSX } from "react";

/*
 * The one place where markup is handed to React as text (lint keeps it so).
 * What passes here is our own: JSON that is escaped below, the pre-paint script, the
 * rules and the styles that our build made, and empty rooms for browser/ to fill.
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

/** The script that runs before the first paint, or rules for the browser. Its hash stands in the Content-Security-Policy. */
export function InlineScript({ code, type }: { code: string; type?: "speculationrules" }) {
  return <script type={type} dangerouslySetInnerHTML={{ __html: code }} suppressHydrationWarning />;
}

/** Styles that stand in the page. Their hash stands in the Content-Security-Policy. React moves those with a name to the head, once. */
export function InlineStyle({ css, name }: { css: string; name?: string }) {
  return (
    <style href={name} precedence={name && "in-page"} dangerouslySetInnerHTML={{ __html: css }} />
  );
}

type RoomTag = "p" | "span" | "div" | "a" | "button" | "label";

/**
 * An element whose content belongs to the scripts in browser/. React leaves
 * alone what it did not write itself, so hydration never undoes their work.
 */
export function ScriptRoom<Tag extends RoomTag>({
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
