/** The form of controls whose state Firefox must not restore after a reload: `form={UNSAVED}`. The scripts know better. */
export const UNSAVED = "unsaved";

/**
 * Owns those controls, wherever they are, because HTML allows `autocomplete="off"` on forms, but not on radios and
 * checkboxes. It must come before them. Its method keeps the Enter key from sending it.
 */
export const UnsavedForm = () => <form id={UNSAVED} method="dialog" autoComplete="off" hidden />;
