/**
 * Names a script of `browser/`. The pre-paint script loads it once the page is shown, in the order named
 * (browser/pre-paint.ts). Not a script element, which browsers request at once.
 */
export function PageScript({ address }: { address: string }) {
  return <meta name="keylink-script" content={address} />;
}
