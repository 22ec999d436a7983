/** Why a browser gives no camera or microphone. */
export type DeviceFailure = 'forbidden' | 'missing' | 'inUse' | 'insecure' | 'unknown'

const BY_NAME: Readonly<Record<string, DeviceFailure>> = {
  NotAllowedError: 'forbidden',
  NotFoundError: 'missing',
  NotReadableError: 'inUse',
  SecurityError: 'insecure',
}

/** What the error of `getUserMedia` means. */
export function deviceFailure(error: unknown): DeviceFailure {
  return (error instanceof DOMException && BY_NAME[error.name]) || 'unknown'
}
