/** Zones that RFC 822 names, in hours. */
const ZONES: Record<string, number> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

const OFFSET = /([+-])(\d\d):?(\d\d)$/;

/**
 * A feed's date (RFC 822 or RFC 3339) in ISO 8601 with the offset that it was written in, since the day of an article
 * is the day where it was written. A bare day stays one. Null for anything else.
 */
export function isoDate(text: string | null | undefined): string | null {
  const written = text?.trim().slice(0, 60);
  if (!written) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return Number.isNaN(Date.parse(written)) ? null : written;
  const time = Date.parse(written);
  if (Number.isNaN(time) || !/\d{4}/.test(written) || !/\d:\d\d/.test(written)) return null;
  const minutes = offsetOf(written);
  const local = new Date(time + minutes * 60_000);
  const year = local.getUTCFullYear();
  if (Number.isNaN(year) || year < 1000 || year > 9999) return null;
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  const zone =
    minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${local.toISOString().slice(0, 19)}${zone}`;
}

/** In minutes. */
function offsetOf(written: string): number {
  const found = OFFSET.exec(written);
  if (found) return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
  return (ZONES[/[A-Z]{3}$/.exec(written)?.[0] ?? ''] ?? 0) * 60;
}
