/** The title of the step that a button is for: several say the same. */
const Of = () => (
  <span className="sr-only">
    “<span data-of="" />”
  </span>
);

/** The buttons that browser/guide/ puts where they are needed: their words and looks are written here. */
export function GuideActions() {
  return (
    <template id="guide-actions">
      <button type="button" className="text-button" data-action="change">
        Change
        <Of />
      </button>
      <button type="button" className="text-button" data-action="undo">
        Undo
        <Of />
      </button>
      <button type="button" className="text-button" data-action="put-back">
        Put it back
        <Of />
      </button>
      <button type="button" className="choice-button" data-action="answer" />
      <p data-action="recovery">
        <span data-recovery-text="" />{" "}
        <button type="button" className="text-button" data-recover="">
          Bring them back
        </button>
      </p>
    </template>
  );
}
