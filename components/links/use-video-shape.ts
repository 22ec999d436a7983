import { useVideo } from '@/components/api/use-video'

/** A video's pixels: of the finished one, or of the one asked for. */
export function useVideoShape(id: string): { width: number; height: number } {
  const { video } = useVideo(id)
  const [width = 640, height = 640] = video?.size.split('x').map(Number) ?? []
  return { width: video?.width ?? width, height: video?.height ?? height }
}
