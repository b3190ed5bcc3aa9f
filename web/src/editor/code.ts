/**
 * The editor's code, two thirds of the page's. It comes beside the page in a file
 * of its own: the message is drawn before it is there, and without it the form
 * still works.
 */
export const editorCode = import("./editor");
