export const styles = { bold: "1", dim: "2", red: "1;31", yellow: "1;33", blue: "1;34", added: "32", gone: "31" };

export const severityStyle = (severity) => ({ error: styles.red, warning: styles.yellow })[severity] ?? styles.blue;

/** The function that puts text in a style. */
export const painter = (colored) => (style, text) => (colored && text !== "" ? `\x1b[${style}m${text}\x1b[0m` : text);
