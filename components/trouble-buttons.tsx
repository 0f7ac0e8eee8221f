// The two ways on from a page that could not be shown: once more, or back to the beginning.
import frame from '@/messages/en/frame.json';
import { ButtonLink, ButtonRow } from './ui/button';

export function TroubleButtons({ words = frame.trouble }: { words?: typeof frame.trouble }) {
  return (
    <ButtonRow>
      <ButtonLink href="">{words.again}</ButtonLink>
      <ButtonLink href="/" kind="quiet">
        {words.back}
      </ButtonLink>
    </ButtonRow>
  );
}
