/** Marks of a figure that can be picked, by pointer and by keyboard. */

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Makes buttons of marks. One of them is reached by Tab, the others from it by arrow keys.
 *
 * @param marks the marks, in the order in which arrow keys go through them
 * @param label what each is called
 * @param pick what happens when one is picked
 */
export function makePickable(
  marks: readonly SVGElement[],
  label: (at: number) => string,
  pick: (at: number) => void,
): void {
  marks.forEach((mark, at) => {
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-label", label(at));
    mark.setAttribute("aria-pressed", "false");
    mark.setAttribute("tabindex", at === 0 ? "0" : "-1");
    mark.addEventListener("click", () => pick(at));
    mark.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") pick(at);
      else if (!walk(marks, at, event.key)) return;
      event.preventDefault();
    });
  });
}

/** Moves the focus as a key says; returns whether it says so. */
function walk(marks: readonly SVGElement[], from: number, key: string): boolean {
  const step = STEPS[key];
  if (step === undefined) return false;
  const to = Math.max(0, Math.min(marks.length - 1, from + step));
  marks[from]?.setAttribute("tabindex", "-1");
  marks[to]?.setAttribute("tabindex", "0");
  marks[to]?.focus();
  return true;
}
