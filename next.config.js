// How Next is built and served: no telemetry of its own, no image decoder, no header that names the software.
import createNextIntlPlugin from 'next-intl/plugin';

const withMessages = createNextIntlPlugin('./messages/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Our own server compresses, after it has looked at what it sends.
  compress: false,
  reactStrictMode: true,
  // `npm test` checks types; a newcomer's first start need not wait while they are checked once more.
  typescript: { ignoreBuildErrors: true },
  // Titles are part of the first bytes for everybody: without JavaScript a later one would never be put in place.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  // "Hopes and support" was section 6: its pages that are still open post to where it is now, with all that they carry.
  redirects: async () => [
    { source: '/forms/6/:page(k\\d)/:rest*', destination: '/forms/12/:page/:rest*', permanent: true },
  ],
  serverExternalPackages: ['postgres', 'pg-boss', 'pdfkit', 'nodemailer'],
  turbopack: { root: import.meta.dirname },
};

export default withMessages(config);
