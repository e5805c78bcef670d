import { Fragment } from "react";

/** A key combination: `Win+I` → Win + I. */
export function Keys({ press }: { press: string }) {
  return (
    <span className="whitespace-nowrap" translate="no">
      {press.split("+").map((key, index) => (
        <Fragment key={key}>
          {index > 0 ? " + " : null}
          <kbd>{key}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
