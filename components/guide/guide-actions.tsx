/** The buttons that browser/guide/ puts where they are needed: their words and looks are written here. */
export function GuideActions() {
  return (
    <template id="guide-actions">
      <button type="button" className="text-button" data-action="change">
        Change<span className="sr-only">: </span>
      </button>
      <button type="button" className="text-button" data-action="undo">
        Undo<span className="sr-only">: </span>
      </button>
      <button type="button" className="text-button" data-action="put-back">
        Put it back<span className="sr-only">: </span>
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
