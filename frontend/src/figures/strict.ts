/** Figures that Plot draws, made fit for a strict content security policy and for screen readers. */

/** Returns the figure as part of a page.
 *
 * Its inline style sheet goes (what it says is in desk.css), and so do the English names of marks
 * that Plot gives its groups: the figure and what can be picked in it have names of ours.
 *
 * @param figure what Plot drew, not yet in the page
 * @param label what it shows
 */
export function strict(figure: SVGSVGElement | HTMLElement, label: string): SVGSVGElement {
  if (!(figure instanceof SVGSVGElement)) throw new TypeError("figures have no legends");
  for (const sheet of figure.querySelectorAll("style")) sheet.remove();
  for (const group of figure.querySelectorAll("[aria-label]")) group.removeAttribute("aria-label");
  figure.classList.add("plot");
  figure.setAttribute("role", "group");
  figure.setAttribute("aria-label", label);
  return figure;
}

/** Returns the drawn marks of a class, by the number of what they stand for. */
export function marksOf(figure: SVGSVGElement, className: string): Map<number, SVGElement> {
  const marks = figure.querySelectorAll<SVGElement & { __data__: number }>(`.${className} > *`);
  return new Map([...marks].map((mark) => [mark.__data__, mark]));
}
