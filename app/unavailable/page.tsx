// What our server shows while the data can't be reached: for a moment, and nothing is lost.
import { TroublePage } from '@/components/trouble-page';

export default function Unavailable() {
  return <TroublePage what="unavailable" />;
}
