/** Units that measure the same thing, with the size of each in the first one's terms. */
const DIMENSIONS: readonly Readonly<Record<string, number>>[] = [
  {
    'm²': 1,
    m2: 1,
    ha: 1e4,
    'km²': 1e6,
    km2: 1e6,
    acre: 4046.856,
    acres: 4046.856,
  },
  {
    s: 1,
    sec: 1,
    secs: 1,
    second: 1,
    seconds: 1,
    ms: 1e-3,
    millisecond: 1e-3,
    milliseconds: 1e-3,
    µs: 1e-6,
    μs: 1e-6,
    us: 1e-6,
    ns: 1e-9,
    min: 60,
    mins: 60,
    minute: 60,
    minutes: 60,
    h: 3600,
    hr: 3600,
    hrs: 3600,
    hour: 3600,
    hours: 3600,
    d: 86400,
    day: 86400,
    days: 86400,
    week: 604800,
    weeks: 604800,
  },
  {
    B: 1,
    KB: 1e3,
    kB: 1e3,
    kb: 1e3,
    mb: 1e6,
    gb: 1e9,
    tb: 1e12,
    KiB: 1024,
    MB: 1e6,
    MiB: 1048576,
    GB: 1e9,
    GiB: 1073741824,
    TB: 1e12,
    bytes: 1,
  },
  {
    m: 1,
    mm: 1e-3,
    cm: 1e-2,
    km: 1e3,
    µm: 1e-6,
    nm: 1e-9,
    ft: 0.3048,
    feet: 0.3048,
    inch: 0.0254,
    inches: 0.0254,
    mile: 1609.344,
    miles: 1609.344,
    metres: 1,
    meters: 1,
  },
  { g: 1, kg: 1e3, mg: 1e-3, µg: 1e-6, lb: 453.592, lbs: 453.592, t: 1e6 },
  { Hz: 1, mHz: 1e-3, kHz: 1e3, MHz: 1e6, mhz: 1e6, GHz: 1e9, hz: 1, khz: 1e3, ghz: 1e9 },
  { W: 1, kW: 1e3, MW: 1e6, GW: 1e9, mW: 1e-3, kw: 1e3, mw: 1e6, gw: 1e9 },
  { J: 1, kJ: 1e3, mJ: 1e-3, μJ: 1e-6, µJ: 1e-6 },
  { '%': 1, percent: 1, pct: 1 },
  { '×': 1, x: 1, times: 1, fold: 1 },
];

/** Which dimension a unit measures, or -1 for a word that is no unit known here. */
export const dimensionOf = (unit: string): number =>
  DIMENSIONS.findIndex(units => Object.hasOwn(units, unit));

/** How many of `to` one `from` is; undefined where they measure different things. */
export function conversion(from: string, to: string): number | undefined {
  const units = DIMENSIONS[dimensionOf(from)];
  return units && Object.hasOwn(units, to) ? units[from]! / units[to]! : undefined;
}
