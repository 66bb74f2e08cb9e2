/** OSError of an errno: its subclass, its text. */
import type { PyValue } from '../objects/object.js';
import { error } from '../objects/errors.js';

const MESSAGES: Readonly<Record<number, string>> = {
  1: 'Operation not permitted', 2: 'No such file or directory', 3: 'No such process', 4: 'Interrupted system call', 5: 'Input/output error', 6: 'No such device or address', 7: 'Argument list too long', 8: 'Exec format error', 9: 'Bad file descriptor', 10: 'No child processes', 11: 'Resource temporarily unavailable',
  12: 'Cannot allocate memory', 13: 'Permission denied', 14: 'Bad address', 16: 'Device or resource busy', 17: 'File exists', 18: 'Invalid cross-device link', 19: 'No such device', 20: 'Not a directory', 21: 'Is a directory', 22: 'Invalid argument', 23: 'Too many open files in system', 24: 'Too many open files',
  25: 'Inappropriate ioctl for device', 27: 'File too large', 28: 'No space left on device', 29: 'Illegal seek', 30: 'Read-only file system', 31: 'Too many links', 32: 'Broken pipe', 33: 'Numerical argument out of domain', 34: 'Numerical result out of range', 36: 'File name too long', 38: 'Function not implemented', 39: 'Directory not empty', 40: 'Too many levels of symbolic links',
  75: 'Value too large for defined data type', 95: 'Operation not supported', 98: 'Address already in use', 104: 'Connection reset by peer', 110: 'Connection timed out', 111: 'Connection refused', 113: 'No route to host', 115: 'Operation now in progress',
};
export const strerror = (n: number): string => (n === 0 ? 'Success' : (MESSAGES[n] ?? `Unknown error ${n}`));

const SUBCLASS: Readonly<Record<number, 'FileNotFoundError' | 'PermissionError' | 'FileExistsError' | 'NotADirectoryError' | 'IsADirectoryError' | 'BrokenPipeError' | 'BlockingIOError' | 'ProcessLookupError' | 'ChildProcessError'>> = {
  1: 'PermissionError', 2: 'FileNotFoundError', 3: 'ProcessLookupError', 10: 'ChildProcessError', 11: 'BlockingIOError', 13: 'PermissionError', 17: 'FileExistsError', 20: 'NotADirectoryError', 21: 'IsADirectoryError', 32: 'BrokenPipeError',
};

/** OSError (or its subclass) of an errno, with the file's name (or two). */
export function osError(n: number, file?: PyValue, file2?: PyValue): ReturnType<typeof error> {
  const e = error(SUBCLASS[n] ?? 'OSError', n, strerror(n));
  e.value.setField('errno', n);
  e.value.setField('strerror', strerror(n));
  if (file !== undefined) e.value.setField('filename', file);
  if (file2 !== undefined) e.value.setField('filename2', file2);
  return e;
}
