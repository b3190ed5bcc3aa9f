/** In place of the page's ui/history-buttons: the editor has its own history. */
export const HistoryButtons = (): null => null;
