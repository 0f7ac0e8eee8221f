// Where the windows of the house stand: from the ground up, the same on both sides of the door, the last ones under the roof.

export type Place = { x: number; y: number };
export type Plan = { windows: readonly Place[]; ground: number; top: number; height: number };

const STEP = 34;
const FLOOR = 50;
const MOST_UNDER_THE_ROOF = 3;
/** Columns to either side of the middle, by how many windows a floor has. */
const COLUMNS: readonly (readonly number[])[] = [
  [],
  [0],
  [-2, 2],
  [-2, 0, 2],
  [-3, -1, 1, 3],
  [-3, -1.5, 0, 1.5, 3],
  [-3, -2, -1, 1, 2, 3],
  [-3, -2, -1, 0, 1, 2, 3],
];

/** The places of `count` windows, in units of a drawing 400 wide. */
export function facadePlan(count: number): Plan {
  const { floors, underRoof } = floorsOf(count);
  const top = 88;
  const ground = top + floors.length * FLOOR;
  const windows = floors.flatMap((many, floor) =>
    (COLUMNS[many] ?? []).map((column) => ({ x: 200 + column * STEP, y: ground - floor * FLOOR - 12 })),
  );
  const middle = (underRoof - 1) / 2;
  const attic = Array.from({ length: underRoof }, (_, index) => ({
    x: 200 + (index - middle) * STEP,
    y: top - 6,
  }));
  return { windows: [...windows, ...attic], ground, top, height: ground + 26 };
}

/** Six beside the door, seven a floor above it; three or fewer that are left over go under the roof. */
function floorsOf(count: number) {
  const floors: number[] = [Math.min(6, count)];
  let left = count - (floors[0] ?? 0);
  while (left > MOST_UNDER_THE_ROOF) {
    const here = Math.min(7, left);
    floors.push(here);
    left -= here;
  }
  return { floors, underRoof: left };
}
