/** Keys for what a page offers.
 *
 * An element with `data-key="j"` is pressed by that key (a field is gone to). The key `?` shows all
 * keys of the page, by what their elements say or by `data-key-name`; there they can be turned off.
 * Pressed again it closes them, as Escape does. Keys count only while nothing is typed.
 */

const HELP = "?";
const OFF = "desk.keys.off";
const SHOWN = "dialog.keys[open]";

/** Listens to keys. */
export function startShortcuts(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.defaultPrevented || event.repeat || isTyping(event.target)) return;
    const help = document.querySelector<HTMLDialogElement>(SHOWN);
    if (event.key === HELP) help ? help.close() : showHelp();
    else if (!areOff() && press(event.key)) event.preventDefault();
  });
}

function press(key: string): boolean {
  const element = [...keyed()].find((one) => one.dataset.key === key && isUsable(one));
  if (!element) return false;
  if (element.matches("input:not([type=submit],[type=button]), select, textarea")) element.focus();
  else element.click();
  return true;
}

function keyed(): NodeListOf<HTMLElement> {
  const opened = document.querySelector("dialog[open]");
  return (opened ?? document).querySelectorAll<HTMLElement>("[data-key]");
}

function isUsable(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && !element.matches(":disabled");
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("textarea, select, input:not([type=checkbox],[type=radio],[type=submit])"))
  );
}

function areOff(): boolean {
  return localStorage.getItem(OFF) !== null;
}

function showHelp(): void {
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("aria-labelledby", "keys-title");
  dialog.append(title(), keyList(), switchOff(), closing(dialog));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function title(): HTMLElement {
  const head = document.createElement("h2");
  head.id = "keys-title";
  head.textContent = "Keys of this page";
  return head;
}

function keyList(): HTMLElement {
  const list = document.createElement("dl");
  const shown = new Map([...keyed()].filter(isUsable).map((one) => [one.dataset.key, nameOf(one)]));
  for (const [key, name] of [...shown, [HELP, "show or close these keys"]] as [string, string][]) {
    const term = document.createElement("dt");
    const cap = document.createElement("kbd");
    cap.textContent = key;
    term.append(cap);
    const what = document.createElement("dd");
    what.textContent = name;
    list.append(term, what);
  }
  return list;
}

function nameOf(element: HTMLElement): string {
  const { keyName } = element.dataset;
  const said = element.getAttribute("aria-label") ?? element.textContent?.trim();
  return keyName || said || element.getAttribute("placeholder") || "";
}

function switchOff(): HTMLElement {
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = !areOff();
  box.addEventListener("change", () => {
    if (box.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "");
  });
  label.append(box, " Use these keys");
  return label;
}

function closing(dialog: HTMLDialogElement): HTMLElement {
  const line = document.createElement("p");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Close";
  button.autofocus = true;
  button.addEventListener("click", () => dialog.close());
  line.append(button);
  return line;
}
