import { Text, View } from '@tarojs/components'

export type Fact = { name: string; value: string }

/** What is known, one fact a line. */
export const Facts = ({ facts }: { facts: Fact[] }) => (
  <View className="card list">
    {facts.map(({ name, value }, index) => (
      <View key={name} className={index === 0 ? 'cell first' : 'cell'}>
        <Text className="soft grow">{name}</Text>
        <Text className="strong known">{value}</Text>
      </View>
    ))}
  </View>
)
