/** The part of the world where most of the documents' incidents are. */

import type { Place } from "./data";

const MOST = 0.85; // of the documents
const WORTH = 4; // times smaller; else all places are shown
const LEAST_SIDE = 4; // degrees; around a single town the land should still be known

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Returns the places of the part where most are: all of them where it is hardly smaller.
 *
 * The place at an edge whose loss makes the part smallest goes, one after the other, until too many
 * documents would go with it; no more go in the end than it takes to come near the smallest part.
 */
export function coreOf(places: readonly Place[]): readonly Place[] {
  const parts = [places];
  for (let part: readonly Place[] | undefined = places; part; part = smaller(part, places)) {
    parts.push(part);
  }
  const least = Math.min(...parts.map(areaOf));
  const core = parts.find((part) => areaOf(part) <= least * WORTH) ?? places;
  return within(places, boxOf(core));
}

function smaller(part: readonly Place[], all: readonly Place[]): readonly Place[] | undefined {
  return [...atEdges(part)]
    .map((lost) => part.filter((place) => place !== lost))
    .filter((rest) => rest.length && documentsOf(rest) >= MOST * documentsOf(all))
    .sort((a, b) => areaOf(a) - areaOf(b))[0];
}

/** Returns the box of places, as large as a map needs at least. */
export function boxOf(places: readonly Place[]): Box {
  const [west, east] = ends(places.map((one) => one.lon));
  const [south, north] = ends(places.map((one) => one.lat));
  return { west, south, east, north };
}

function ends(values: readonly number[]): [number, number] {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const missing = Math.max(0, LEAST_SIDE - (greatest - least)) / 2;
  return [least - missing, greatest + missing];
}

function within(places: readonly Place[], box: Box): Place[] {
  return places.filter(
    ({ lat, lon }) => lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north,
  );
}

function atEdges(places: readonly Place[]): Set<Place> {
  const by = (value: (place: Place) => number) =>
    places.reduce((least, one) => (value(one) < value(least) ? one : least));
  return new Set([
    by((one) => one.lon),
    by((one) => -one.lon),
    by((one) => one.lat),
    by((one) => -one.lat),
  ]);
}

function areaOf(places: readonly Place[]): number {
  const { west, south, east, north } = boxOf(places);
  return (east - west) * (north - south);
}

function documentsOf(places: readonly Place[]): number {
  return places.reduce((total, one) => total + one.documents, 0);
}
