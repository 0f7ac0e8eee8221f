// A PDF file as an answer that is kept nowhere on the way.

/** `name` is what the file is called when it is saved: neutral. */
export const pdfAnswer = (bytes: Buffer, name: string) =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
