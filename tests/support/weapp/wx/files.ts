import fs from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import type { Session } from '../session.ts'
import { type Api, asyncApis, type Options, refuse } from './api.ts'
import { throwing } from './storage.ts'

export const userDataPath = 'wxfile://usr'
const tempPath = 'wxfile://tmp'
/** Saved files and the user's files together. */
const mostBytes = 200 * 1024 * 1024

/** Where a path of the phone lies on this computer's disk; undefined for a path that no phone has. */
export function onDisk(session: Session, path: unknown): string | undefined {
  const { device } = session
  const text = String(path)
  const [place, folder] = text.startsWith(userDataPath)
    ? [text.slice(userDataPath.length), join(device.folder, 'user')]
    : text.startsWith(tempPath)
      ? [text.slice(tempPath.length), join(device.folder, 'temp')]
      : [text, device.project.dist]
  if (text.includes('://') && folder === device.project.dist) return undefined
  const file = normalize(join(folder, place))
  return file.startsWith(folder) ? file : undefined
}

/** A new temporary file with this content; returns the phone's path. */
export function makeTempFile(session: Session, content: Uint8Array, extension: string): string {
  const name = `${Math.random().toString(36).slice(2)}${extension}`
  fs.writeFileSync(join(session.device.folder, 'temp', name), content)
  return `${tempPath}/${name}`
}

function existing(session: Session, path: unknown, verb: string): string {
  const file = onDisk(session, path)
  if (!file || !fs.existsSync(file)) refuse(`no such file or directory, ${verb} "${path}"`, 1300002)
  return file
}

function writable(session: Session, path: unknown, bytes: number): string {
  const text = String(path)
  if (!text.startsWith(userDataPath)) refuse(`permission denied, open "${text}"`, 1300013)
  const file = onDisk(session, text)
  if (!file || !fs.existsSync(dirname(file))) refuse(`no such file or directory, open "${text}"`, 1300002)
  if (sizeOf(join(session.device.folder, 'user')) + bytes > mostBytes)
    refuse('the maximum size of the file storage limit is exceeded', 1300202)
  return file
}

function sizeOf(folder: string): number {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return entries.reduce((sum, entry) => sum + fs.statSync(join(entry.parentPath, entry.name)).size, 0)
}

type FileVerb = (session: Session, options: Options) => unknown

const verbs: Record<string, FileVerb> = {
  access: (session, { path }) => void existing(session, path, 'access'),
  copyFile: (session, { srcPath, destPath }) => {
    const from = existing(session, srcPath, 'copyFile')
    fs.copyFileSync(from, writable(session, destPath, fs.statSync(from).size))
  },
  saveFile: (session, { tempFilePath, filePath }) => {
    const from = existing(session, tempFilePath, 'saveFile')
    const saved = String(filePath || `${userDataPath}/${from.split('/').at(-1)}`)
    fs.renameSync(from, writable(session, saved, fs.statSync(from).size))
    return { savedFilePath: saved }
  },
  rename: (session, { oldPath, newPath }) =>
    fs.renameSync(existing(session, oldPath, 'rename'), writable(session, newPath, 0)),
  unlink: (session, { filePath }) => fs.unlinkSync(existing(session, filePath, 'unlink')),
  removeSavedFile: (session, { filePath }) => fs.unlinkSync(existing(session, filePath, 'unlink')),
  mkdir: (session, { dirPath, recursive }) => {
    fs.mkdirSync(onDisk(session, dirPath) ?? refuse(`permission denied, open "${dirPath}"`, 1300013), {
      recursive: Boolean(recursive),
    })
  },
  rmdir: (session, { dirPath, recursive }) =>
    fs.rmSync(existing(session, dirPath, 'rmdir'), { recursive: Boolean(recursive) }),
  readdir: (session, { dirPath }) => ({ files: fs.readdirSync(existing(session, dirPath, 'readdir')) }),
  getFileInfo: (session, { filePath }) => ({ size: fs.statSync(existing(session, filePath, 'getFileInfo')).size }),
  readFile: (session, { filePath, encoding }) => {
    const content = fs.readFileSync(existing(session, filePath, 'open'))
    return { data: encoding ? content.toString(encoding as BufferEncoding) : new Uint8Array(content) }
  },
  writeFile: (session, { filePath, data, encoding }) => {
    const content =
      typeof data === 'string' ? Buffer.from(data, encoding as BufferEncoding) : Buffer.from(data as ArrayBuffer)
    fs.writeFileSync(writable(session, filePath, content.length), content)
  },
}

// WeChat's Sync twins take their options one by one, in this order.
const order: Record<string, string[]> = {
  access: ['path'],
  copyFile: ['srcPath', 'destPath'],
  saveFile: ['tempFilePath', 'filePath'],
  rename: ['oldPath', 'newPath'],
  unlink: ['filePath'],
  mkdir: ['dirPath', 'recursive'],
  rmdir: ['dirPath', 'recursive'],
  readdir: ['dirPath'],
  readFile: ['filePath', 'encoding'],
  writeFile: ['filePath', 'data', 'encoding'],
}

const onlyResult: Record<string, string> = { readdir: 'files', readFile: 'data', saveFile: 'savedFilePath' }

export function fileApis(session: Session): Record<string, unknown> {
  const apis = Object.fromEntries(
    Object.entries(verbs).map(([name, verb]): [string, Api] => [name, options => verb(session, options)]),
  )
  const twins = Object.entries(order).map(([name, keys]) => [
    `${name}Sync`,
    throwing(session, `${name}Sync`, (...args: unknown[]) => {
      const options = Object.fromEntries(keys.map((key, index) => [key, args[index]]))
      const result = (verbs[name]?.(session, options) ?? {}) as Record<string, unknown>
      const value = result[onlyResult[name] ?? '']
      return value instanceof Uint8Array ? session.realm.bytes(value) : session.realm.hand(value)
    }),
  ])
  const manager = { ...asyncApis(session, apis), ...Object.fromEntries(twins) }
  return {
    getFileSystemManager: () => manager,
    ...asyncApis(session, { getFileInfo: apis.getFileInfo as Api, saveFile: apis.saveFile as Api }),
  }
}
