import { Curtain } from '@/components/share/curtain'

export default function SharedNotFound() {
  return (
    <Curtain title="Nothing is shown here">
      <p>The link was taken back, or it was not copied whole. Ask whoever sent it for a new one.</p>
    </Curtain>
  )
}
