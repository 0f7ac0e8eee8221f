// The drawing that belongs to a chapter.
import type { Drawing as Drawn } from '@/lib/guide/chapter';
import { Cards } from './cards';
import { Curve } from './curve';
import { Doors } from './doors';
import { Prompts } from './prompts';
import { SystemMap } from './system-map';
import { Timeline } from './timeline';

export function Drawing({ drawing }: { drawing: Drawn }) {
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
      return <Prompts {...drawing} />;
  }
}
