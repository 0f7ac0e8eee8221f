// What our server shows where a page failed before anything was sent.
import { TroublePage } from '@/components/trouble-page';
import { Vignette } from '@/components/vignette';

export default function Trouble() {
  return <TroublePage picture={<Vignette scene="lamp-out" />} />;
}
