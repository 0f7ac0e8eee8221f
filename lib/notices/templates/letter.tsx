// The paper every mail is written on: one quiet column, our name at the foot, nothing fetched from anywhere.
import { Body, Button, Container, Head, Html, Section, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import type { Locale, Words } from '../words';

/** What every mail is written with. `signature` is the neutral short name, empty when even that would say too much. */
export type Letter = { words: Words; locale: Locale; subject: string; signature: string };

// Mail programs read no style sheet of ours: the colours of the house, by day, as they stand in app/globals.css.
const colour = {
  ground: '#edf0f5',
  surface: '#fafbfd',
  ink: '#261a2c',
  soft: '#564a5e',
  line: '#c3cbd8',
  lamp: '#f3b94d',
};
const face = 'Verdana, "Segoe UI", "Helvetica Neue", Arial, sans-serif';

const plain = {
  margin: '0 0 16px',
  fontFamily: face,
  fontSize: '17px',
  lineHeight: '27px',
  color: colour.ink,
};

export function Paper({ words, locale, subject, signature, children }: Letter & { children: ReactNode }) {
  return (
    <Html lang={locale}>
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light" />
        <meta name="viewport" content="width=device-width" />
      </Head>
      <Body style={{ margin: 0, padding: '24px 12px', backgroundColor: colour.ground }}>
        <Container
          style={{
            maxWidth: '520px',
            padding: '32px 28px 20px',
            backgroundColor: colour.surface,
            border: `1px solid ${colour.line}`,
            borderRadius: '14px',
          }}
        >
          {children}
          <Section style={{ marginTop: '28px', borderTop: `1px solid ${colour.line}`, paddingTop: '14px' }}>
            {signature && <Small>{signature}</Small>}
            <Small>{words('foot')}</Small>
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

export const Line = ({ children }: { children: ReactNode }) => <Text style={plain}>{children}</Text>;

const Small = ({ children }: { children: ReactNode }) => (
  <Text style={{ ...plain, margin: '0 0 4px', fontSize: '14px', lineHeight: '21px', color: colour.soft }}>
    {children}
  </Text>
);

/** What matters most, on a line of its own: a code, or a day and time. */
export const Standout = ({ children, figures = false }: { children: ReactNode; figures?: boolean }) => (
  <Text
    style={{
      ...plain,
      fontWeight: 700,
      ...(figures ? { fontSize: '32px', lineHeight: '40px', letterSpacing: '4px' } : { fontSize: '19px' }),
    }}
  >
    {children}
  </Text>
);

/** The one thing to do next. */
export const Next = ({ href, children }: { href: string; children: ReactNode }) => (
  <Button
    href={href}
    style={{
      margin: '4px 0 20px',
      padding: '12px 22px',
      backgroundColor: colour.lamp,
      borderRadius: '10px',
      fontFamily: face,
      fontSize: '17px',
      fontWeight: 700,
      color: colour.ink,
    }}
  >
    {children}
  </Button>
);
