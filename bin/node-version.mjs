/** Ends the process with one sentence where Node is too old to run the studio: plain JavaScript, so that it can say so. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `Avatar Studio needs Node.js 20.19 or newer; this is ${version}. Install a current one from nodejs.org.`,
  )
  process.exit(1)
}
