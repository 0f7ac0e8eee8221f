// A small drawing in a doorway, for the pages where nothing is asked: it says in a glance what the heading says. Decoration.
import type { ReactNode } from 'react';

const line = {
  fill: 'none',
  strokeWidth: 3,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const scenes = {
  /** Signed out: the door is shut, and the light beside it stays on. */
  'closed-door': (
    <>
      <path d="M40 118V66a24 24 0 0 1 48 0v52z" strokeWidth="3" className="fill-dusk stroke-dusk-deep" />
      <path d="M64 44v74" strokeWidth="1.5" className="stroke-dusk-deep" />
      <circle cx="71" cy="86" r="2.6" className="fill-lamp" />
      <circle cx="106" cy="62" r="17" className="fill-lamp-glow" />
      <path d="M102 54h8l3 14h-14z" strokeWidth="2" className="fill-lamp stroke-lamp-deep" />
      <path d="M106 54v-6" {...line} className="stroke-dusk-deep" />
    </>
  ),
  /** Nothing here: a doorway that leads only to the evening sky. */
  'empty-doorway': (
    <>
      <path d="M36 118V70a28 28 0 0 1 56 0v48z" strokeWidth="3" className="fill-sky stroke-dusk" />
      <path d="M72 62a10 10 0 1 0 7 16 12 12 0 0 1-7-16z" className="fill-moon" />
      <g className="fill-moon">
        <circle cx="50" cy="66" r="1.6" />
        <circle cx="56" cy="92" r="1.4" />
        <circle cx="81" cy="96" r="1.6" />
      </g>
      <path d="M36 118q12-9 26-5t30-3v8z" className="fill-hill" />
    </>
  ),
  /** Something failed: the lamp has come unplugged, and will be put right. */
  'lamp-out': (
    <>
      <path d="M78 118V72" {...line} className="stroke-dusk-deep" />
      <path d="M64 118h28" {...line} className="stroke-dusk-deep" />
      <path
        d="M66 46h24l10 26H56z"
        strokeWidth="2.5"
        strokeLinejoin="round"
        className="fill-pane stroke-dusk"
      />
      <path d="M64 116c-16 0-12-14-24-14s-8 12-16 12" {...line} className="stroke-dusk" />
      <path d="M22 108v12M16 111v6" {...line} className="stroke-dusk" />
      <path d="M112 112v10M120 112v10" {...line} className="stroke-control" />
    </>
  ),
  /** Too many at once: a bench to wait on, and a lamp to wait by. */
  bench: (
    <>
      <circle cx="96" cy="62" r="20" className="fill-lamp-glow" />
      <path d="M96 118V66" {...line} className="stroke-dusk-deep" />
      <path d="M88 46h16l5 20H83z" strokeWidth="2" className="fill-lamp stroke-lamp-deep" />
      <path d="M26 96h52M26 84h52M32 96v22M72 96v22M26 84v12M78 84v12" {...line} className="stroke-dusk" />
    </>
  ),
  /** Other help: a path that goes on, and a sign beside it. */
  'way-on': (
    <>
      <path d="M12 92q26-14 52-8t52-2v38H12z" className="fill-hill" opacity=".6" />
      <path d="M44 120q10-20 22-36h4q-2 16 10 36z" className="fill-lamp-glow" />
      <path d="M98 118V72" {...line} className="stroke-dusk-deep" />
      <path
        d="M86 58h20l8 7-8 7H86z"
        strokeWidth="2.5"
        strokeLinejoin="round"
        className="fill-surface stroke-dusk"
      />
    </>
  ),
  /** A letter on its way. */
  letter: (
    <>
      <path
        d="M30 62h68v46H30z"
        strokeWidth="3"
        strokeLinejoin="round"
        className="fill-surface stroke-dusk"
      />
      <path d="M30 64l34 26 34-26" {...line} className="stroke-dusk" />
      <circle cx="64" cy="90" r="5" className="fill-lamp stroke-lamp-deep" strokeWidth="1.5" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type Scene = keyof typeof scenes;

export function Vignette({ scene }: { scene: Scene }) {
  return (
    <svg viewBox="0 0 128 132" className="no-print block h-auto w-28" aria-hidden="true">
      <path d="M8 120V64a56 56 0 0 1 112 0v56z" className="fill-dusk-pale" />
      {scenes[scene]}
      <path d="M8 120V64a56 56 0 0 1 112 0v56" fill="none" strokeWidth="3" className="stroke-dusk" />
      <path d="M3 121h122" strokeWidth="6" strokeLinecap="round" className="stroke-dusk" />
    </svg>
  );
}
