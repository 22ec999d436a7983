import { linkSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import sharp from 'sharp'
import { SIZES } from '@/lib/boson/limits'
import { writeThumbnail } from '@/lib/engine/video/thumbnail'

/** Pictures lie on disk for so many of the newest. */
const PICTURED = 6000

/** The id of the n-th video that is seeded, the newest first. */
const idOf = (n: number) => `video_${n.toString(16).padStart(24, '0')}`

/** Connects to the database of a studio that runs in this data directory. */
export async function connectToStudio(dataDir: string): Promise<Client> {
  const client = new Client({ host: path.join(dataDir, 'socket'), user: 'postgres', database: 'postgres' })
  await client.connect()
  return client
}

/** Writes so many finished videos of three people into a studio's team, one a minute, without the films themselves. */
export async function seedVideos(client: Client, count: number): Promise<void> {
  await client.query(PEOPLE)
  await client.query(VIDEOS, [count, [...SIZES]])
  await client.query('analyze "Video"')
}

/** Makes every fifth of them a newer version of the one before it. */
export async function groupVideos(client: Client): Promise<void> {
  await client.query(
    `update "Video" set "versionOf" = 'video_' || lpad(to_hex(n + 1), 24, '0')
     from generate_series(5, (select count(*) from "Video")::int, 5) n where id = 'video_' || lpad(to_hex(n), 24, '0')`,
  )
}

const TEAM = '(select "teamId" from "Membership" order by "createdAt" limit 1)'

const PEOPLE = `
  with people as (
    insert into "User" (id, email, name, "passwordHash")
    select gen_random_uuid(), lower(split_part(name, ' ', 1)) || '@example.com', name, ''
    from unnest(array['Grace Hopper', 'Katherine Johnson']) name
    returning id)
  insert into "Membership" ("userId", "teamId") select id, ${TEAM} from people`

const VIDEOS = `
  with picture as (
    insert into "Asset" (id, "teamId", sha256, kind, "contentType", bytes)
    values (gen_random_uuid(), ${TEAM}, repeat('a', 64), 'image', 'image/png', 1)
    on conflict ("teamId", sha256) do update set bytes = 1
    returning id)
  insert into "Video" (id, "teamId", "createdById", title, provider, model, size, "portraitId", speech, seed,
    "expectedSeconds", status, stage, progress, "createdAt", "finishedAt", seconds, width, height, bytes, sha256)
  select 'video_' || lpad(to_hex(n), 24, '0'), ${TEAM},
    (array(select "userId" from "Membership" order by "createdAt"))[1 + n % 3],
    (array['Welcome', 'Weekly news', 'How to begin', 'A word of thanks to everybody who came'])[1 + n % 4] || ' ' || n,
    (array['local', 'boson'])[1 + n % 2]::"ProviderName", 'higgs-avatar', ($2::text[])[1 + n * 7 % 3],
    picture.id,
    jsonb_build_object('input', 'Sentence number ' || n || ' of many, ' || repeat(md5(n::text) || ' ', 8), 'voice', 'nora'),
    1, 8, 'completed', 'finishing', 100, now() - n * interval '1 minute', now() - n * interval '1 minute',
    4 + n % 40, 640, 640, 400000, repeat(md5(n::text), 2)
  from picture, generate_series(1, $1::int) n`

/** Puts pictures of the right shape where each of the newest has its poster and its thumbnail. */
export async function seedPosters(dataDir: string, count: number): Promise<void> {
  const files = path.join(dataDir, 'files')
  const picture = (size: string, name: string) => path.join(files, `${size}-${name}`)
  mkdirSync(files, { recursive: true })
  for (const size of SIZES) {
    const [width, height] = size.split('x').map(Number)
    const poster = sharp('assets/samples/astronaut.png').resize(width, height, { position: 'top' })
    await poster.jpeg({ quality: 85 }).toFile(picture(size, 'poster.jpg'))
    await writeThumbnail(picture(size, 'poster.jpg'), picture(size, 'thumbnail.jpg'))
  }
  for (let n = 1; n <= Math.min(count, PICTURED); n++) {
    const folder = path.join(files, 'videos', idOf(n))
    mkdirSync(folder, { recursive: true })
    for (const name of ['poster.jpg', 'thumbnail.jpg'])
      linkSync(picture(SIZES[(n * 7) % SIZES.length], name), path.join(folder, name))
  }
}
