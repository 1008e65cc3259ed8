import { sqlBugs } from '@huiyin/dev/mutants/sql-bugs.ts'
import { expect, test } from 'vitest'

test('each condition is forgotten once: among others it is true, among alternatives false', () => {
  expect(sqlBugs('select id from t where a = ⟦0⟧ and (b is null or c) limit 3')).toEqual([
    'select id from t where true and (b is null or c) limit 3',
    'select id from t where a = ⟦0⟧ and true limit 3',
    'select id from t where a = ⟦0⟧ and (false or c) limit 3',
    'select id from t where a = ⟦0⟧ and (b is null or false) limit 3',
  ])
  expect(sqlBugs('state = ⟦0⟧ and live')).toEqual(['state = ⟦0⟧ and true', 'true and live'])
})

test('the two ends of a range are one condition, and so is what is distinct from something', () => {
  expect(sqlBugs('where day between ⟦0⟧ and ⟦1⟧ and not gone')).toEqual([
    'where true and not gone',
    'where day between ⟦0⟧ and ⟦1⟧ and true',
  ])
  expect(sqlBugs('where a is distinct from b')).toEqual(['where true'])
})

test('boundaries move by one, orders turn, and the largest becomes the smallest', () => {
  expect(sqlBugs('select max(at) from t order by at desc nulls first, id ⟦0⟧')).toEqual([
    'select min(at) from t order by at desc nulls first, id ⟦0⟧',
    'select max(at) from t order by at asc nulls first, id ⟦0⟧',
    'select max(at) from t order by at desc nulls first, id desc ⟦0⟧',
  ])
  expect(sqlBugs('case when at <= ⟦0⟧ then 1 end')).toEqual([
    'case when true then 1 end',
    'case when at < ⟦0⟧ then 1 end',
  ])
})

test('a text without any is left alone', () => {
  expect(sqlBugs('insert into t (id) values (⟦0⟧) on conflict (id) do nothing returning id')).toEqual([])
})
