import type { Photo } from '@huiyin/shared/photos/photo.ts'
import type { SealedFile } from '@huiyin/shared/photos/sealed-file.ts'
import { Text, View } from '@tarojs/components'
import { Icon } from '../components/icon.tsx'
import { Tap } from '../components/tap.tsx'
import { openPdf } from '../device/open-pdf.ts'
import { absolute } from '../origin.ts'
import { fileWords as words } from './file-words.ts'
import { PhotoGrid } from './photo-grid.tsx'

/** A file as the photo tiles of all rooms take it. */
const asPhoto = ({ id, url, thumbUrl, more, lost }: SealedFile): Photo => ({
  id,
  state: url ? 'stored' : 'awaited',
  url,
  thumbUrl,
  ...(more && { more }),
  ...(lost && { lost }),
})

const Pdf = ({ file, index }: { file: SealedFile; index: number }) => {
  const name = words.pdf(index + 1)
  if (!file.url)
    return (
      <View className="choice soft">
        <Icon name="note" />
        <Text>{words.awaited}</Text>
      </View>
    )
  const url = absolute(file.url)
  return (
    <Tap className="choice" label={`${name} ${words.openPdf}`} onTap={() => openPdf(url)}>
      <Icon name="note" />
      <Text className="grow strong">{name}</Text>
      <Text className="small soft">{words.openPdf}</Text>
      <Icon name="next" />
    </Tap>
  )
}

/** Photos as tiles, PDFs as rows; what is still on her phone waits among the photos. */
export const SealedFiles = ({ files }: { files: SealedFile[] }) => {
  const pdfs = files.filter(file => file.kind === 'pdf')
  const photos = files.filter(file => file.kind !== 'pdf')
  return (
    <>
      {photos.length > 0 && <PhotoGrid photos={photos.map(asPhoto)} />}
      {pdfs.map((file, index) => (
        <Pdf key={file.id} file={file} index={index} />
      ))}
    </>
  )
}
