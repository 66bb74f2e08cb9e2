"""Oracle half of ast-compare: writes one line a file, `sha1 path`, of CPython's ast.dump to OUT.

usage: ast-compare.py OUT            hashes of every .py file of this Python's Lib
       ast-compare.py --dump FILE    the dump itself
       ast-compare.py --record DIR   writes NAME.ast beside every NAME.py of DIR
       ast-compare.py --errors FILE  writes CPython's error over every chunk of FILE
       ast-compare.py --names        every \\N{...} name used in Lib, as JSON
"""
import ast
import hashlib
import json
import os
import re
import sys
import unicodedata
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(100000)
LIB = os.path.dirname(os.__file__)


def files():
    for root, dirs, names in os.walk(LIB):
        dirs[:] = sorted(d for d in dirs if d not in ("site-packages", "__pycache__"))
        for name in sorted(names):
            if name.endswith(".py"):
                yield os.path.join(root, name)


def dump(path):
    with open(path, "rb") as f:
        return ast.dump(ast.parse(f.read()), include_attributes=True, indent=1)


if sys.argv[1] == "--dump":
    sys.stdout.buffer.write(dump(sys.argv[2]).encode("utf-8", "surrogatepass"))
elif sys.argv[1] == "--record":
    for name in sorted(os.listdir(sys.argv[2])):
        if name.endswith(".py"):
            path = os.path.join(sys.argv[2], name)
            with open(path[:-3] + ".ast", "wb") as out:
                out.write(dump(path).encode("utf-8", "surrogatepass") + b"\n")
elif sys.argv[1] == "--errors":
    # A chunk: a line "### ..." (rewritten here), then the program; "---" ends it.
    with open(sys.argv[2], encoding="utf-8", newline="\n") as f:
        chunks = f.read().split("\n---\n")
    result = []
    for chunk in chunks:
        lines = chunk.split("\n")
        if lines[0].startswith("###"):
            lines = lines[1:]
        program = "\n".join(lines)
        try:
            compile(program, "<test>", "exec", flags=ast.PyCF_ONLY_AST, dont_inherit=True)
            head = "### no error"
        except SyntaxError as e:
            head = f"### {type(e).__name__} {e.lineno}:{e.offset}-{e.end_lineno}:{e.end_offset} {e.msg}"
        result.append(head + "\n" + program)
    with open(sys.argv[2], "w", encoding="utf-8", newline="\n") as f:
        f.write("\n---\n".join(result))
elif sys.argv[1] == "--names":
    table = {}
    for path in files():
        with open(path, "rb") as f:
            for name in re.findall(rb"\\N\{([^}\n]*)\}", f.read()):
                try:
                    table[name.decode()] = unicodedata.lookup(name.decode())
                except (KeyError, UnicodeDecodeError):
                    pass
    json.dump(table, sys.stdout)
else:
    with open(sys.argv[1] + ".part", "w") as out:
        for path in files():
            try:
                digest = hashlib.sha1(dump(path).encode("utf-8", "surrogatepass")).hexdigest()
            except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
                digest = "error:" + type(error).__name__
            print(digest, path, file=out, flush=True)
    os.replace(sys.argv[1] + ".part", sys.argv[1])
