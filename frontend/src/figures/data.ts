/** What the page of incidents says of each, for its figures. */

export interface Incident {
  readonly id: string;
  readonly title: string;
  readonly type: string | null;
  readonly place: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly documents: number;
}

/** Incidents at one place. */
export interface Place {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly incidents: readonly Incident[];
  readonly documents: number;
}

/** An incident with the time that it may have been at: milliseconds, the end not included. */
export interface Stretch {
  readonly incident: Incident;
  readonly start: number;
  readonly end: number;
}

export const DAY = 86_400_000;

/** Returns the incidents that an element of the page holds as JSON. */
export function readIncidents(id: string): Incident[] {
  const held = document.getElementById(id)?.textContent;
  return held ? (JSON.parse(held) as Incident[]) : [];
}

/** Returns the places of incidents, those that most documents speak of first. */
export function placesOf(incidents: readonly Incident[]): Place[] {
  const groups = new Map<string, [Incident, ...Incident[]]>();
  for (const one of incidents) {
    if (one.lat === null || one.lon === null) continue;
    const key = `${one.lat.toFixed(2)} ${one.lon.toFixed(2)}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()]
    .map((group) => ({
      name: group[0].place ?? "",
      lat: group[0].lat ?? 0,
      lon: group[0].lon ?? 0,
      incidents: group,
      documents: group.reduce((total, one) => total + one.documents, 0),
    }))
    .sort((a, b) => b.documents - a.documents);
}

/** Returns the times of the incidents that have one, the earliest first. */
export function stretchesOf(incidents: readonly Incident[]): Stretch[] {
  return incidents
    .flatMap((incident) => {
      const start = Date.parse(incident.earliest ?? incident.latest ?? "");
      const end = Date.parse(incident.latest ?? incident.earliest ?? "") + DAY;
      return start < end ? [{ incident, start, end }] : [];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Returns days in words: `18 June 2017`, `18 June 2017 to 2 July 2017`. */
export function dayWords({ start, end }: { start: number; end: number }): string {
  const [first, last] = [start, end - 1].map((time) => DAYS.format(time)) as [string, string];
  return first === last ? first : `${first} to ${last}`;
}

/** Returns how many there are, in words: `1 incident`, `3 incidents`. */
export function counted(count: number, word: string): string {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}

/** Returns a time as a day: `2017-06-18`. */
export function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

const DAYS = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
