// What our server shows where a page failed before anything was sent.
import { TroublePage } from '@/components/trouble-page';

export default function Trouble() {
  return <TroublePage />;
}
