/** How long a worker's claim on a video holds without a heartbeat: the longest a killed worker's video lies idle. */
export const LEASE_MS = 10_000
