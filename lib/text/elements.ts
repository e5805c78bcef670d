/**
 * The components that content may use, with their attributes. Content is text
 * and data: expressions, imports and other HTML are refused by the check.
 */
export const TEXT_ELEMENTS: Record<
  string,
  { attributes: Record<string, "required" | "optional">; children: boolean; explain: string }
> = {
  Only: {
    attributes: { windows: "required", alone: "optional" },
    children: true,
    explain:
      'Text for one Windows version: <Only windows="11">…</Only><Only windows="10">…</Only>. Needs its counterpart right after it, unless marked `alone`.',
  },
  SettingsPath: {
    attributes: { to: "required" },
    children: false,
    explain: 'Path and link of a Settings page: <SettingsPath to="activation" />.',
  },
  Fact: {
    attributes: { id: "required" },
    children: false,
    explain:
      'Stands right after a claim and names the fact it rests on: <Fact id="link-pre-admin" />. Shows the grade and leads to the source.',
  },
  Message: {
    attributes: { id: "required" },
    children: false,
    explain: 'The exact words of a message, with a link: <Message id="digital-license-linked" />.',
  },
  Keys: {
    attributes: { press: "required" },
    children: false,
    explain: 'A key combination: <Keys press="Win+I" />.',
  },
  EitherLabel: {
    attributes: { one: "required", other: "required" },
    children: false,
    explain:
      'A label whose spelling no source settles: <EitherLabel one="Add an account" other="Add account" />. Says that it is unchecked.',
  },
  Warning: {
    attributes: {},
    children: true,
    explain: "A warning in an article. Guide steps have a field of their own for it.",
  },
};
