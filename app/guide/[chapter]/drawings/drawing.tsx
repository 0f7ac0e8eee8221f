// The drawing that belongs to a chapter.
import type { Drawing as Drawn } from '@/lib/guide/chapter';
import type { Choice } from '../choice';
import { Cards } from './cards';
import { Curve } from './curve';
import { Doors } from './doors';
import { Prompts } from './prompts';
import { SystemMap } from './system-map';
import { Timeline } from './timeline';

/** `choice`: where one of its parts may be chosen. */
export function Drawing({ drawing, choice }: { drawing: Drawn; choice: Choice | null }) {
  switch (drawing.kind) {
    case 'doors':
      return <Doors {...drawing} />;
    case 'map':
      return <SystemMap {...drawing} />;
    case 'curve':
      return <Curve {...drawing} />;
    case 'timeline':
      return <Timeline {...drawing} />;
    case 'cards':
      return <Cards {...drawing} />;
    case 'prompts':
      return <Prompts {...drawing} choice={choice} />;
  }
}
