// How somebody comes, as a small drawing with its words: a camera, or a door.
import { useTranslations } from 'next-intl';

export function FormatMark({ format }: { format: 'video' | 'in-person' }) {
  const t = useTranslations('calendar');
  return (
    <>
      <svg
        viewBox="0 0 16 16"
        className="size-[1em] shrink-0 fill-none stroke-current"
        strokeWidth="1.6"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path
          d={
            format === 'video'
              ? 'M1.5 4h8.5v8H1.5zM10 7l4.5-2.5v7L10 9z'
              : 'M4 14.5V7a4 4 0 0 1 8 0v7.5zM1.5 14.5h13'
          }
        />
      </svg>
      <span className="sr-only">{t(format)}</span>
    </>
  );
}
