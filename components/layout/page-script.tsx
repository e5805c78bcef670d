/**
 * Names a script of `browser/`. The pre-paint script asks for it once the page is shown, in the
 * order named (browser/pre-paint.ts). Not a script element: a browser asks for that at once.
 */
export function PageScript({ address }: { address: string }) {
  return <meta name="keylink-script" content={address} />;
}
