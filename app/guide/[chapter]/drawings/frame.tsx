// The arch around each drawing of the guide, its title, and the same in words.
import type { ReactNode } from 'react';

/** `picture` stands in the arch; `children` are the words, which are enough without it. */
export function Frame({
  title,
  titleId,
  picture,
  children,
}: {
  title: string;
  titleId?: string;
  picture: ReactNode;
  children: ReactNode;
}) {
  return (
    <figure className="keep-together m-0">
      <div className="arch-frame">
        <div className="pt-2">{picture}</div>
        <figcaption className="px-6 pt-3 pb-6">
          <h2 id={titleId} className="text-center text-h3">
            {title}
          </h2>
          <div className="mt-3">{children}</div>
        </figcaption>
      </div>
    </figure>
  );
}
