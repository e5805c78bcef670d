/** The title of a button's step, which tells buttons with the same text apart. */
export const Of = () => (
  <span className="sr-only">
    “<span data-of="" />”
  </span>
);

/** The template of the buttons that browser/guide/ clones, so that their texts and styles are defined here. */
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
