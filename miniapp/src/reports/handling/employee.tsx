import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { Text, View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { useCall } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { staffWords } from '../staff-words.ts'
import { bindEmployee, knowsEmployees } from './employee-message.ts'

const words = staffWords.desk

/** Staff messages, where the town has them: agreed to once, they need no counting. */
export const Employee = () => {
  const { data, refetch } = useCall(alertRoutes.listPermits, {})
  if (!data?.employee || data.employee.agreed || !knowsEmployees()) return null
  const { templateIds } = data.employee
  const ask = () =>
    bindEmployee(templateIds)
      .then(accepted => call(alertRoutes.recordEmployee, { accepted }))
      .then(({ employee }) => {
        say(employee?.agreed ? words.employeeDone : words.employeeFailed)
        return refetch()
      })
      .catch(() => say(words.employeeFailed))
  return (
    <View className="notice">
      <Icon name="bell" />
      <View className="grow">
        <View className="row wrap apart">
          <Text className="strong">{words.employeeTitle}</Text>
          <Button words={words.employee} icon="check" kind="quiet" onTap={ask} />
        </View>
        <View className="hint">{words.employeeHint}</View>
      </View>
    </View>
  )
}
