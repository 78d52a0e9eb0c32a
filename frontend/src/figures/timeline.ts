/** When the incidents of a page were. */

import { axisX, plot, rect } from "@observablehq/plot";
import { counted, DAY, dayWords, type Stretch } from "./data";
import { lanesOf } from "./lanes";
import { makePickable } from "./picking";
import { marksOf, strict } from "./strict";

const LANE = 12; // pixels
const MOST_LANES = 30;
const AXIS = 38; // pixels; labels of two lines
const SIDE = 8; // pixels
const LEAST_DAYS = 14;
const LEAST_BAR = 8; // pixels; a bar that can be hit

/** The line of time that a figure shows. */
export interface Timeline {
  readonly figure: SVGSVGElement;
  readonly marks: Map<number, SVGElement>;
  /** Returns the time at a place in the figure, in pixels from its left. */
  timeAt(x: number): number;
}

/** Returns a line of time.
 *
 * @param stretches what is shown, the earliest first
 * @param width in pixels
 * @param pick what happens when one is picked
 */
export function drawTimeline(
  stretches: readonly Stretch[],
  width: number,
  pick: (stretch: Stretch) => void,
): Timeline {
  const [from, until] = shownTime(stretches);
  const inner = width - 2 * SIDE;
  const perPixel = (until - from) / inner;
  const bars = stretches.map(({ start, end }) => ({
    start,
    end: Math.max(end, start + LEAST_BAR * perPixel),
  }));
  const lanes = lanesOf(bars).map((lane) => lane % MOST_LANES);
  const high = Math.max(...lanes) + 1;
  const figure = plot({
    width,
    height: high * LANE + AXIS + SIDE,
    marginTop: SIDE,
    marginBottom: AXIS,
    marginLeft: SIDE,
    marginRight: SIDE,
    className: "timeline",
    x: { type: "utc", domain: [from, until] },
    y: { domain: [0, high], axis: null },
    marks: [
      axisX({ anchor: "bottom", label: null, tickSpacing: 90 }),
      rect(stretches, {
        className: "stretches",
        x1: bars.map((bar) => bar.start),
        x2: bars.map((bar) => bar.end),
        y1: lanes,
        y2: lanes.map((lane) => lane + 1),
        insetTop: 1,
        insetBottom: 1,
        rx: 2,
        title: nameOf,
      }),
    ],
  });
  const svg = strict(figure, `Line of time of ${counted(stretches.length, "incident")}`);
  const marks = marksOf(svg, "stretches");
  const inOrder = stretches.flatMap((_, at) => marks.get(at) ?? []);
  stretches.forEach((one, at) => {
    marks.get(at)?.classList.toggle("long", one.end - one.start > DAY);
  });
  makePickable(
    inOrder,
    (at) => nameOf(stretches[at] as Stretch),
    (at) => pick(stretches[at] as Stretch),
  );
  return { figure: svg, marks, timeAt: (x) => from + (x - SIDE) * perPixel };
}

/** Returns the time that is shown: somewhat more than there is, and a fortnight at least. */
function shownTime(stretches: readonly Stretch[]): [number, number] {
  const first = Math.min(...stretches.map((one) => one.start)) - DAY;
  const last = Math.max(...stretches.map((one) => one.end)) + DAY;
  const missing = Math.ceil(Math.max(0, LEAST_DAYS - (last - first) / DAY) / 2) * DAY;
  return [first - missing, last + missing];
}

function nameOf(stretch: Stretch): string {
  return `${stretch.incident.title}: ${dayWords(stretch)}`;
}
