import { Image, View } from '@tarojs/components'
import { Sheet } from '../components/sheet.tsx'
import { Tap } from '../components/tap.tsx'
import { photoWords as words } from './photo-words.ts'
import { preview } from './preview.ts'

/** Its parts one below the other without a gap: she scrolls down as in the chat itself. A tap shows one larger. */
export const LongPicture = ({ title, urls, onClose }: { title: string; urls: string[]; onClose: () => void }) => (
  <Sheet title={title} onClose={onClose}>
    <View className="long-parts">
      {urls.map((url, index) => (
        <Tap
          key={url}
          className="long-part"
          label={words.part(index + 1, urls.length)}
          onTap={() => preview(url, urls)}
        >
          <Image className="long-image" src={url} mode="widthFix" />
        </Tap>
      ))}
    </View>
  </Sheet>
)
