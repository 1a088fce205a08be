const PATHS = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.6 10.6 14 14',
  clear: 'M4 4l8 8M12 4l-8 8',
  jump: 'M8 12.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM8 1.5v4M8 10.5v4M1.5 8h4M10.5 8h4',
  settings: 'M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7M11 2.5v4M5 9.5v4',
  save: 'M4 2h8v12l-4-3.2L4 14Z',
  saved: 'M3 8.5 6.5 12 13 4.5',
  out: 'M6 3H3v10h10v-3M9 2.5h4.5V7M13 3 7.5 8.5',
  order: 'M5 3v10M2.5 10.5 5 13l2.5-2.5M11 13V3M8.5 5.5 11 3l2.5 2.5',
  print: 'M4 6V2h8v4M4 11H2V6h12v5h-2M4 9.5h8V14H4Z',
  copy: 'M5.5 5.5V2h8v8.5H10M2.5 5.5H10V14H2.5Z',
} as const;

/** One of our line icons; decoration only, the control it stands in has the words. */
export const Icon = ({ name }: { name: keyof typeof PATHS }) => (
  <svg class="np-icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
);

/** The mark of Nameplate, as on the toolbar. */
export const Logo = () => <img class="np-logo" src="/icons/48.png" width="22" height="22" alt="" />;
