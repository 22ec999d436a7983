import { json, routes } from '@/lib/http/route'
import { openApiDocument } from '@/lib/openapi/document'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: async () => json(openApiDocument()),
})
