/** What the questions are called together, in breadcrumbs and links. */
export const CASES_TITLE = "Which case am I?";
