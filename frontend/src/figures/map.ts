/** Where the incidents of a page were. */

import { dot, geo, type ProjectionName, plot } from "@observablehq/plot";
import type { FeatureCollection, MultiPoint } from "geojson";
import { boxOf } from "./core";
import { counted, type Place } from "./data";
import { makePickable } from "./picking";
import { marksOf, strict } from "./strict";

const HIGH = 0.7; // of the width
const LARGE = 200; // degrees; wider maps show the whole world
const SHOWN_OF_POLES = 80; // degrees of latitude, beyond which Mercator's map grows without end

/** Returns a map, and its marks by the number of the place.
 *
 * @param places what is shown
 * @param world the land
 * @param width in pixels
 * @param pick what happens when a place is picked
 */
export function drawMap(
  places: readonly Place[],
  world: FeatureCollection,
  width: number,
  pick: (place: Place) => void,
): [SVGSVGElement, Map<number, SVGElement>] {
  const figure = plot({
    width,
    height: Math.round(width * HIGH),
    margin: 1,
    className: "map",
    projection: projectionOf(places),
    r: { range: [0, 14] },
    marks: [
      geo(world, { className: "land" }),
      dot(places, {
        className: "places",
        x: "lon",
        y: "lat",
        r: "documents",
        title: nameOf,
      }),
    ],
  });
  const svg = strict(figure, `Map of ${counted(places.length, "place")}`);
  const marks = marksOf(svg, "places");
  const inOrder = places.flatMap((_, at) => marks.get(at) ?? []);
  for (const mark of inOrder) mark.querySelector("title")?.setAttribute("aria-hidden", "true");
  makePickable(
    inOrder,
    (at) => nameOf(places[at] as Place),
    (at) => pick(places[at] as Place),
  );
  return [svg, marks];
}

function nameOf(place: Place): string {
  const what = counted(place.incidents.length, "incident");
  return `${place.name || "a place"}: ${what}, ${counted(place.documents, "document")}`;
}

function projectionOf(places: readonly Place[]): {
  type: ProjectionName;
  domain: MultiPoint | { type: "Sphere" };
  inset: number;
} {
  const { west, south, east, north } = boxOf(places);
  if (east - west > LARGE) return { type: "equal-earth", domain: { type: "Sphere" }, inset: 2 };
  const corners = [
    [west, Math.max(south, -SHOWN_OF_POLES)],
    [east, Math.min(north, SHOWN_OF_POLES)],
  ];
  return { type: "mercator", domain: { type: "MultiPoint", coordinates: corners }, inset: 16 };
}
