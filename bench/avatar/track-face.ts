import { detectFaces } from '@/lib/engine/face/detect-faces'
import { type FaceMesh, meshIn, meshOfDetection } from '@/lib/engine/face/face-mesh'
import type { Picture } from '@/lib/engine/face/picture'
import type { Region } from '@/lib/engine/face/sample-region'
import type { VisionModels } from '@/lib/engine/face/vision-models'

/** Finds the largest face of a video's frames, in order, without knowing what was to be drawn. */
export class FaceTracker {
  private region?: Region

  constructor(private readonly models: VisionModels) {}

  /** @throws Error where the first frame shows no face */
  async find(picture: Picture): Promise<FaceMesh> {
    const mesh = this.region
      ? await meshIn(this.models, picture, this.region)
      : await meshOfDetection(this.models, picture, await this.detect(picture))
    this.region = mesh.region
    return mesh
  }

  private async detect(picture: Picture) {
    const [face] = (await detectFaces(this.models, picture, 0.3)).sort((a, b) => b.width - a.width)
    if (!face) throw new Error('no face is seen in a frame of the video')
    return face
  }
}
