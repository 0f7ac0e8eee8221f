// The arch around each drawing of the guide, its title, and the same in words.
import type { ReactNode } from 'react';

/** `picture` stands in the arch; `children` are the words, which are enough without it. */
export function Frame({
  title,
  picture,
  children,
}: {
  title: string;
  picture?: ReactNode;
  children: ReactNode;
}) {
  return (
    <figure className="keep-together m-0">
      <div className="arch-frame">
        {picture && <div className="pt-2">{picture}</div>}
        <figcaption className={`px-6 pb-6 ${picture ? 'pt-2' : 'pt-14'}`}>
          <h2 className="text-center text-h3">{title}</h2>
          <div className="mt-3">{children}</div>
        </figcaption>
      </div>
    </figure>
  );
}
