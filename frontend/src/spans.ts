/** Words that are selected in a document, taken into the fields of a form.
 *
 * A text stands in an element with `data-start`: where it begins in its document. Its page shows
 * one character for each code point, so that a selection counts as spans do.
 *
 * A group of fields, `data-span`, has either two number fields, `data-span-start` and
 * `data-span-end`, or one field `data-span-list` for several stretches (`12-40 52-60`). It may have
 * an element `data-span-words`, where the words are shown, and buttons: `data-span-take` puts the
 * selected words in the place of what is there, `data-span-add` adds them to a list. Where it has a
 * field `data-span-typed`, words may be typed as well: then the places are for the desk to find.
 */

interface Span {
  readonly start: number;
  readonly end: number;
}

const TEXT = "[data-start]";
const GROUP = "[data-span]";
const STRETCH = /^(\d+)-(\d+)$/;

/** Listens to the buttons and fields; also to those that come into the page later. */
export function startSpans(): void {
  document.addEventListener("pointerdown", keepSelection);
  document.addEventListener("click", (event) => {
    const button = closest(event.target, "[data-span-take], [data-span-add]");
    const group = button?.closest<HTMLElement>(GROUP);
    const selected = group && selectedSpan();
    if (!button || !group) return;
    if (!selected) say(group, "Select words in the text first.");
    else put(group, [...(button.matches("[data-span-add]") ? spansIn(group) : []), selected]);
  });
  document.addEventListener("input", (event) => {
    const group = closest(event.target, GROUP);
    const list = group?.querySelector<HTMLInputElement>("[data-span-list]");
    if (closest(event.target, "[data-span-typed]")) {
      if (list) list.value = "";
    } else if (group) show(group);
  });
}

/** Keeps what is selected while a button is pressed: a click elsewhere would undo it. */
function keepSelection(event: Event): void {
  if (closest(event.target, "[data-span-take], [data-span-add]")) event.preventDefault();
}

/** Returns the stretch of a document that is selected; `null` where none is, or of no text. */
export function selectedSpan(): Span | null {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const common = range.commonAncestorContainer;
  const element = common instanceof Element ? common : common.parentElement;
  const text = element?.closest<HTMLElement>(TEXT);
  if (!text) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  const spaces = words.length - words.trimStart().length;
  const start = Number(text.dataset.start) + points(before.toString()) + spaces;
  return words.trim() ? { start, end: start + points(words.trim()) } : null;
}

function points(words: string): number {
  let count = 0;
  for (const _ of words) count += 1;
  return count;
}

function put(group: HTMLElement, spans: readonly Span[]): void {
  const [last] = spans.slice(-1);
  const list = group.querySelector<HTMLInputElement>("[data-span-list]");
  const start = group.querySelector<HTMLInputElement>("[data-span-start]");
  const end = group.querySelector<HTMLInputElement>("[data-span-end]");
  const inOrder = [...spans].sort((a, b) => a.start - b.start);
  if (list) list.value = inOrder.map((one) => `${one.start}-${one.end}`).join(" ");
  if (start && last) start.value = String(last.start);
  if (end && last) end.value = String(last.end);
  const typed = group.querySelector<HTMLTextAreaElement>("[data-span-typed]");
  if (typed) typed.value = inOrder.map((one) => wordsAt(one) ?? "").join(" … ");
  for (const field of [list, start, end]) {
    field?.dispatchEvent(new Event("change", { bubbles: true }));
  }
  show(group);
}

function spansIn(group: HTMLElement): Span[] {
  const value = (name: string) => group.querySelector<HTMLInputElement>(name)?.value.trim() ?? "";
  const written =
    value("[data-span-list]") || `${value("[data-span-start]")}-${value("[data-span-end]")}`;
  return written.split(/\s+/).flatMap((one) => {
    const found = STRETCH.exec(one);
    return found ? [{ start: Number(found[1]), end: Number(found[2]) }] : [];
  });
}

/** Shows the words that the fields of a group stand for. */
function show(group: HTMLElement): void {
  const words = spansIn(group).map((one) => wordsAt(one));
  say(group, words.includes(null) ? "Not in the text shown." : words.join(" … "));
}

function say(group: HTMLElement, words: string): void {
  const place = group.querySelector<HTMLElement>("[data-span-words]");
  if (place) place.textContent = words;
}

/** Returns the words of a stretch; `null` where the page does not show them. */
function wordsAt({ start, end }: Span): string | null {
  const text = document.querySelector<HTMLElement>(TEXT);
  const first = Number(text?.dataset.start);
  const shown = [...(text?.textContent ?? "")];
  const isShown = first <= start && start < end && end - first <= shown.length;
  return isShown ? shown.slice(start - first, end - first).join("") : null;
}

function closest(target: EventTarget | null, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}
