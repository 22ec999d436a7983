import type { NextPageContext } from 'next'
import { StudioError } from '@/lib/boson/errors'
import { newRequestId } from '@/lib/http/request-id'

/**
 * What Next answers itself, before any route is asked: an address it cannot decode. Below `/v1` that is said in the
 * contract's words.
 */
export default function BrokenAddress() {
  return <p>This address cannot be read.</p>
}

BrokenAddress.getInitialProps = ({ req, res }: NextPageContext) => {
  if (req?.url?.startsWith('/v1/') && res && !res.headersSent) {
    const error = new StudioError('not_found', 'There is nothing at an address that cannot be decoded.')
    res.writeHead(error.status, { 'content-type': 'application/json', 'x-request-id': newRequestId() })
    res.end(JSON.stringify(error.toBody()))
  }
  return {}
}
