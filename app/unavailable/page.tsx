// What our server shows while the data can't be reached: for a moment, and nothing is lost.
import { TroubleButtons } from '@/components/trouble-buttons';
import { TroublePage } from '@/components/trouble-page';
import { Vignette } from '@/components/vignette';
import words from '@/messages/en/unavailable.json';

export default function Unavailable() {
  return (
    <TroublePage
      words={words}
      picture={<Vignette scene="bench" />}
      buttons={<TroubleButtons words={words} />}
    />
  );
}
