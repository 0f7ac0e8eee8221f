// What our server shows where a page failed before anything was sent.
import { TroubleButtons } from '@/components/trouble-buttons';
import { TroublePage } from '@/components/trouble-page';
import { Vignette } from '@/components/vignette';

export default function Trouble() {
  return <TroublePage picture={<Vignette scene="lamp-out" />} buttons={<TroubleButtons />} />;
}
