/** The map and the line of time beside the list of incidents. */

import type { FeatureCollection } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { makeBrush } from "./brush";
import { Choice, type Chosen } from "./choice";
import { coreOf } from "./core";
import {
  counted,
  dayWords,
  type Incident,
  isoDay,
  type Place,
  placesOf,
  readIncidents,
  type Stretch,
  stretchesOf,
} from "./data";
import { drawMap } from "./map";
import { drawTimeline } from "./timeline";

type World = Topology<{ countries: GeometryCollection }>;

/** Draws the figures where the page has room for them.
 *
 * @param world the address of the land, as TopoJSON
 */
export async function startIncidents(world: string): Promise<void> {
  const incidents = readIncidents("incidents-data");
  const list = document.getElementById("incidents");
  const map = document.getElementById("incidents-map");
  const timeline = document.getElementById("incidents-timeline");
  if (!incidents.length || !list || !map || !timeline) return;

  const figures = new Figures(incidents, list, map, timeline);
  figures.drawTimeline();
  figures.keepSize();
  if (!figures.places.length) {
    map.replaceChildren(told("It is not known where on a map any of these was."));
    return;
  }
  try {
    figures.drawMap(await fetchLand(world));
  } catch (error) {
    map.replaceChildren(told(`The map could not be drawn: ${error}`));
  }
}

async function fetchLand(address: string): Promise<FeatureCollection> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const world = (await answer.json()) as World;
  return feature(world, world.objects.countries);
}

function told(words: string): HTMLElement {
  const line = document.createElement("p");
  line.textContent = words;
  return line;
}

class Figures {
  readonly places: readonly Place[];
  private readonly stretches: readonly Stretch[];
  private readonly choice: Choice;
  /** Which incidents each mark stands for. */
  private readonly marks = new Map<"map" | "timeline", [SVGElement, readonly Incident[]][]>();
  private land: FeatureCollection | null = null;

  constructor(
    incidents: readonly Incident[],
    list: HTMLElement,
    private readonly mapPlace: HTMLElement,
    private readonly timelinePlace: HTMLElement,
  ) {
    this.places = placesOf(incidents);
    this.stretches = stretchesOf(incidents);
    const below = timelinePlace.parentElement ?? timelinePlace;
    this.choice = new Choice(list, below, (chosen) => this.show(chosen));
  }

  /** Draws the part of the world where most of the incidents are, or all of it. */
  drawMap(land: FeatureCollection, isWhole = false): void {
    this.land = land;
    const core = coreOf(this.places);
    const shown = isWhole ? this.places : core;
    const [figure, marks] = drawMap(shown, land, this.mapPlace.clientWidth, (place) =>
      this.choice.choose({ ids: idsOf(place.incidents), words: place.name || "this place" }),
    );
    this.mapPlace.replaceChildren(figure);
    this.marks.set(
      "map",
      [...marks].map(([at, mark]) => [mark, shown[at]?.incidents ?? []]),
    );
    if (core.length < this.places.length) this.mapPlace.append(this.switchOf(isWhole, core.length));
  }

  private switchOf(isWhole: boolean, inCore: number): HTMLElement {
    const line = document.createElement("p");
    const other = document.createElement("button");
    other.type = "button";
    other.textContent = isWhole ? "Show where most are" : "Show all places";
    other.addEventListener("click", () => {
      if (this.land) this.drawMap(this.land, !isWhole);
      this.choice.choose(null);
      this.mapPlace.querySelector("button")?.focus();
    });
    const elsewhere = counted(this.places.length - inCore, "place");
    line.append(isWhole ? "" : `Not on this part of the map: ${elsewhere}. `, other);
    return line;
  }

  drawTimeline(): void {
    if (!this.stretches.length) return;
    const width = this.timelinePlace.clientWidth;
    const { figure, marks, timeAt } = drawTimeline(this.stretches, width, ({ incident }) =>
      this.choice.choose({ ids: idsOf([incident]), words: incident.title }),
    );
    makeBrush(figure, (from, to) => this.chooseDays(timeAt(from), timeAt(to)));
    this.timelinePlace.replaceChildren(figure);
    this.marks.set(
      "timeline",
      [...marks].map(([at, mark]) => [mark, incidentsOf(this.stretches[at])]),
    );
  }

  /** Draws again where the page gets wider or narrower. */
  keepSize(): void {
    let width = this.timelinePlace.clientWidth;
    new ResizeObserver(() => {
      if (this.timelinePlace.clientWidth === width) return;
      width = this.timelinePlace.clientWidth;
      this.choice.choose(null);
      this.drawTimeline();
      if (this.land) this.drawMap(this.land);
    }).observe(this.timelinePlace);
  }

  private chooseDays(start: number, end: number): void {
    const within = this.stretches.filter((one) => one.start < end && one.end > start);
    const address = new URL(document.location.href);
    address.searchParams.set("since", isoDay(start));
    address.searchParams.set("until", isoDay(end));
    address.searchParams.delete("page");
    this.choice.choose({
      ids: idsOf(within.map((one) => one.incident)),
      words: dayWords({ start, end }),
      address: address.href,
    });
  }

  private show(chosen: Chosen | null): void {
    for (const [mark, incidents] of [...this.marks.values()].flat()) {
      const isChosen = incidents.some((one) => chosen?.ids.has(one.id));
      mark.setAttribute("aria-pressed", String(isChosen));
      mark.classList.toggle("passed-over", chosen !== null && !isChosen);
    }
  }
}

function idsOf(incidents: readonly Incident[]): Set<string> {
  return new Set(incidents.map((one) => one.id));
}

function incidentsOf(stretch: Stretch | undefined): readonly Incident[] {
  return stretch ? [stretch.incident] : [];
}
