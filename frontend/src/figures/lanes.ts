/** Stretches laid beside each other where they overlap. */

/** Returns for each stretch the first lane that is free where it begins.
 *
 * @param stretches their ends, by where they begin
 */
export function lanesOf(stretches: readonly { start: number; end: number }[]): number[] {
  const ends: number[] = [];
  return stretches.map(({ start, end }) => {
    const free = ends.findIndex((taken) => taken <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    return lane;
  });
}
