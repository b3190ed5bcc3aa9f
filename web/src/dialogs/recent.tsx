import { useEffect } from "preact/hooks";
import { titleOf } from "../state/title";
import { openAndSay } from "../state/open";
import { forget, forgetAll, loadRecent, recent, remember, type Recent } from "../state/storage";
import { dialog, say } from "../state/ui";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icons";

const close = (): void => void (dialog.value = undefined);

function Entry({ entry }: { entry: Recent }) {
  const title = titleOf(entry.text, entry.kind);
  const restore = (): void => {
    close();
    openAndSay(entry.text, entry.kind, `“${title}” is back.`);
  };
  const remove = (): void => {
    forget(entry.text);
    say(`“${title}” is deleted.`, "good", { label: "Undo", run: () => remember(entry) });
  };
  return (
    <li class="recent-entry">
      <button type="button" class="recent-open" onClick={restore}>
        <strong>{title}</strong>
        <span class="quiet">{new Date(entry.time).toLocaleString()} · {entry.text.length.toLocaleString("en")} UTF-16 code units</span>
      </button>
      <button type="button" class="icon-button" aria-label={`Delete “${title}”`} title="Delete" onClick={remove}><Icon name="trash" /></button>
    </li>
  );
}

/** The last texts that the reader wrote, each to restore or to delete. */
export function RecentTexts() {
  useEffect(loadRecent, []);
  const list = recent.value;
  const removeAll = (): void => {
    forgetAll();
    say("Every kept text is deleted from this browser.");
  };
  return (
    <Dialog title="Recent texts" onClose={close}>
      <p class="quiet">The last ten texts that you changed and then replaced. They are kept in this browser and nowhere else.</p>
      {list.length === 0 && <p>No text was replaced yet.</p>}
      <ul class="recent-list">{list.map((entry) => <Entry key={`${entry.time}`} entry={entry} />)}</ul>
      {list.length > 0 && <div class="button-row"><button type="button" class="button" onClick={removeAll}>Delete all</button></div>}
    </Dialog>
  );
}
