import type { Readers } from '@huiyin/shared/questions/question.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { Text, View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { goTo } from '@/core/go-to.ts'
import type { Village } from '@/grids/village.ts'
import { adviserWords, questionWords } from '../words.ts'
import { askWords } from './ask-words.ts'
import '../questions.css'

const words = askWords.make

const Line = ({ icon, said }: { icon: 'person' | 'shield' | 'clock'; said: string }) => (
  <View className="row">
    <Icon name={icon} />
    <View className="grow">{said}</View>
  </View>
)

const readBy = ({ adviser }: Readers) => (adviser ? words.reads(adviserWords(adviser)) : words.readsTownship)

type Props = { village: Village | undefined; readers: Readers | undefined; onVillage: () => void }

/** Before she types: who will read it, and who will not. */
export const Begin = ({ village, readers, onVillage }: Props) => (
  <>
    <View className="card stack">
      <View className="shield">
        <Icon name="shield" />
      </View>
      <View className="heading centred">{words.title}</View>
      {readers && <Line icon="person" said={readBy(readers)} />}
      <Line icon="shield" said={questionWords.shield} />
      <Line icon="clock" said={readers?.adviser ? `${words.busy}。${words.free}` : words.free} />
    </View>
    <Tap
      className="card row"
      label={village ? `${village.name} ${words.change}` : words.chooseVillage}
      onTap={onVillage}
    >
      <Icon name="pin" />
      <Text className={village ? 'grow' : 'grow soft'}>{village?.name ?? words.chooseVillage}</Text>
      <Text className="link">{village ? words.change : ''}</Text>
      <Icon name="next" />
    </Tap>
    <Button words={words.published} icon="note" kind="quiet" onTap={() => goTo(questionPages.answers)} />
  </>
)
