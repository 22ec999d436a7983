/** Packages with native parts or dynamic requires, which must stay outside the bundle. */
const serverExternalPackages = [
  'pg',
  'pg-boss',
  'pino',
  '@node-rs/argon2',
  '@aws-sdk/client-s3',
  'mediabunny',
]

const securityHeaders = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'referrer-policy', value: 'strict-origin-when-cross-origin' },
  { key: 'permissions-policy', value: 'camera=(self), microphone=(self), geolocation=()' },
]

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages,
  bundlePagesRouterDependencies: true,
  devIndicators: false,
  // The test command checks types once, for everything.
  typescript: { ignoreBuildErrors: true },
  // The Pages router, which serves media, knows nothing of `server-only`. For browsers it stays what it is: an error.
  turbopack: {
    resolveAlias: {
      'server-only': { browser: 'server-only', default: 'next/dist/compiled/server-only/empty.js' },
    },
  },
  images: { unoptimized: true },
  rewrites: async () => [
    { source: '/v1/videos/:id/content', destination: '/api/media/:id' },
    { source: '/v1/batches/:id/content', destination: '/api/batches/:id' },
    {
      source:
        '/s/:token/:file(video.mp4|captioned.mp4|poster.jpg|thumbnail.jpg|audio.m4a|previews.jpg|captions.vtt|captions.srt)',
      destination: '/api/shared/:token/:file',
    },
  ],
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    { source: '/((?!embed/).*)', headers: [{ key: 'x-frame-options', value: 'SAMEORIGIN' }] },
  ],
}
