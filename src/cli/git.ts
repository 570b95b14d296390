import {execFile} from 'node:child_process'
import {realpathSync} from 'node:fs'
import {basename, dirname, join, relative, sep} from 'node:path'
import {InputError} from '../model/input-error.js'
import type {Source} from '../model/source.js'
import {mostBytes} from './files.js'

/**
 * A file as it was at a revision of the repository that it stands in, byte for byte: no filter of the repository is run,
 * and nothing is fetched. Raises InputError where there is no git, no repository, no such revision, or no such file in
 * it.
 */
export async function sourceAt(revision: string, path: string): Promise<Source> {
  const folder = folderOf(path)
  const top = (await git(folder, ['rev-parse', '--show-toplevel'], path, outside(path)))
    .toString('utf8')
    .replace(/\r?\n$/, '')
  const name = relative(realpathSync(top), join(folder, basename(path)))
    .split(sep)
    .join('/')
  const commit = revision.startsWith('-')
    ? unknownRevision(revision)
    : await git(
        folder,
        ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
        revision,
        () => unknownRevision(revision),
      )
  const bytes = await git(folder, ['cat-file', 'blob', `${commit.toString('utf8').trim()}:${name}`], path, () => {
    throw new InputError(
      'GIT_FILE_MISSING',
      path,
      `there is no ${name} at ${revision}`,
      `If it had another name then, write that out: git show ${revision}:OLDNAME > old${path.slice(path.lastIndexOf('.'))}, and compare the two.`,
    )
  })
  if (bytes.subarray(0, 100).toString('latin1').startsWith('version https://git-lfs.github.com/spec/')) {
    throw new InputError(
      'GIT_LFS',
      path,
      `git holds only a pointer to this file at ${revision}, by Git LFS`,
      'Check the old version out, and compare the two files.',
    )
  }
  return {path: `${revision}:${name}`, bytes}
}

function folderOf(path: string): string {
  try {
    return realpathSync(dirname(path))
  } catch {
    throw new InputError(
      'FILE_MISSING',
      path,
      'there is no such file',
      'Check the name, and the folder that you are in.',
    )
  }
}

function outside(path: string): () => never {
  return () => {
    throw new InputError(
      'GIT_NO_REPOSITORY',
      path,
      'this file stands in no git repository',
      'Give both versions as files: policy-align compare OLD NEW.',
    )
  }
}

function unknownRevision(revision: string): never {
  throw new InputError(
    'GIT_REVISION',
    '--git',
    `there is no revision "${revision}" here`,
    'Give a branch, a tag or a commit; in a shallow clone fetch it first.',
  )
}

/** Runs git without a shell. `refused` tells what it means that git says no. */
function git(folder: string, args: readonly string[], path: string, refused: () => never): Promise<Buffer> {
  // Nothing is asked, locked or fetched, wherever the repository was cloned from.
  const env = {...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1'}
  return new Promise((done, fail) => {
    execFile('git', args, {cwd: folder, env, encoding: 'buffer', maxBuffer: mostBytes}, (error, stdout, stderr) => {
      try {
        if (!error) return done(stdout)
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
          throw new InputError('GIT_MISSING', path, 'git was not found', 'Install git, or give both versions as files.')
        }
        if (stderr.includes('dubious ownership')) {
          const fix = 'Say that you trust it, as git asks: git config --global --add safe.directory FOLDER.'
          throw new InputError('GIT_NOT_TRUSTED', path, 'git does not read a repository of another user', fix)
        }
        refused()
      } catch (told) {
        fail(told)
      }
    })
  })
}
