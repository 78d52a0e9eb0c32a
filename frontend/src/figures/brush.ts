/** Choosing a stretch of a line of time by drawing over it. */

const LEAST = 4; // pixels; less is a click

/** Lets a stretch of a figure be chosen with a pointer.
 *
 * @param figure where it is drawn
 * @param choose what happens with it: its ends, in pixels from the left of the figure
 */
export function makeBrush(figure: SVGSVGElement, choose: (from: number, to: number) => void): void {
  let start: number | null = null;
  const shade = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  shade.setAttribute("class", "brush");
  shade.setAttribute("y", "0");
  shade.setAttribute("height", "100%");

  figure.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return; // a finger scrolls the page
    start = placeIn(figure, event);
    shade.remove();
  });
  figure.addEventListener("pointermove", (event) => {
    if (start === null) return;
    const at = placeIn(figure, event);
    if (Math.abs(at - start) < LEAST) return;
    if (!shade.isConnected) {
      figure.setPointerCapture(event.pointerId);
      figure.append(shade);
    }
    shade.setAttribute("x", String(Math.min(start, at)));
    shade.setAttribute("width", String(Math.abs(at - start)));
  });
  figure.addEventListener("pointerup", (event) => {
    if (start !== null && shade.isConnected) {
      const at = placeIn(figure, event);
      choose(Math.min(start, at), Math.max(start, at));
    }
    start = null;
  });
  figure.addEventListener("pointercancel", () => {
    start = null;
    shade.remove();
  });
}

function placeIn(figure: SVGSVGElement, event: PointerEvent): number {
  const { left, width } = figure.getBoundingClientRect();
  return ((event.clientX - left) * figure.viewBox.baseVal.width) / width;
}
