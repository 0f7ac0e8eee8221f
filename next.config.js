// How Next is built and served: no telemetry of its own, no image decoder, no header that names the software.
import createNextIntlPlugin from 'next-intl/plugin';

const withMessages = createNextIntlPlugin('./messages/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ['postgres', 'pg-boss', 'pdfkit', 'nodemailer'],
  turbopack: { root: import.meta.dirname },
};

export default withMessages(config);
