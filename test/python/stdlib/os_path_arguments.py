import os
def t(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
for n in 'stat lstat access open listdir scandir chdir mkdir rmdir unlink remove rename replace readlink symlink link chmod chown utime truncate makedirs removedirs walk statvfs fspath fsencode fsdecode'.split():
    for bad in (2.5, None, [], ):
        f=getattr(os,n)
        print(n, end=' ')
        if n in('access','chmod','open','truncate'): t(f,bad,0)
        elif n=='chown': t(f,bad,0,0)
        elif n in ('rename','replace','symlink','link'): t(f,bad,'x'); t(f,'/nonesuch/x',bad)
        elif n in ('listdir','scandir','chdir') and bad is None: print()
        elif n=='walk': print()
        else: t(f,bad)
    if n not in ('listdir', 'scandir'): t(getattr(os,n))
for n in 'exists isfile isdir islink ismount getsize getmtime basename dirname join split splitext normpath expanduser samefile commonpath commonprefix relpath isabs lexists splitdrive normcase expandvars'.split():
    for bad in (2.5, None, [], b'x\0', 'x\0'):
        print(n, end=' ')
        t(getattr(os.path,n), bad)
