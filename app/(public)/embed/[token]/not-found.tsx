import { EmbedCover } from '@/components/share/embed-cover'

export default function EmbedNotFound() {
  return <EmbedCover sentence="This video is no longer shared." />
}
