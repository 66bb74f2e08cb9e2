# Not hidden from tracebacks: Python code in CPython too.
"""Disassembler of Python bytecode, in the text layout of CPython 3.5."""

import sys
import types
import collections

from opcode import *
from opcode import __all__ as _opcodes_all

__all__ = ['code_info', 'dis', 'disassemble', 'distb', 'disco', 'findlinestarts', 'findlabels', 'show_code',
           'get_instructions', 'Instruction', 'Bytecode'] + _opcodes_all
del _opcodes_all

_have_code = (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)

COMPILER_FLAG_NAMES = {
    1: 'OPTIMIZED', 2: 'NEWLOCALS', 4: 'VARARGS', 8: 'VARKEYWORDS', 16: 'NESTED', 32: 'GENERATOR', 64: 'NOFREE',
    128: 'COROUTINE', 256: 'ITERABLE_COROUTINE', 512: 'ASYNC_GENERATOR',
}


def _try_compile(source, name):
    # An expression if it is one, else statements.
    try:
        return compile(source, name, 'eval')
    except SyntaxError:
        return compile(source, name, 'exec')


def dis(x=None, *, file=None, depth=None):
    """Disassemble classes, methods, functions, generators, or code.

    With no argument, disassemble the last traceback.
    """
    if x is None:
        distb(file=file)
        return
    x = _unwrap(x)
    if hasattr(x, '__dict__') and not isinstance(x, types.CodeType):
        for name, member in sorted(x.__dict__.items()):
            if isinstance(member, _have_code):
                print('Disassembly of %s:' % name, file=file)
                try:
                    dis(member, file=file)
                except TypeError as error:
                    print('Sorry:', error, file=file)
                print(file=file)
    elif isinstance(x, types.CodeType):
        disassemble(x, file=file)
    elif isinstance(x, (bytes, bytearray)):
        _disassemble_bytes(x, file=file)
    elif isinstance(x, str):
        disassemble(_try_compile(x, '<dis>'), file=file)
    else:
        raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def _unwrap(x):
    # The code behind methods, functions, generators, coroutines.
    if hasattr(x, '__func__'):
        x = x.__func__
    for name in ('__code__', 'gi_code', 'ag_code', 'cr_code'):
        if hasattr(x, name):
            return getattr(x, name)
    return x


def distb(tb=None, *, file=None):
    """Disassemble a traceback (default: last traceback)."""
    if tb is None:
        try:
            tb = sys.last_traceback
        except AttributeError:
            raise RuntimeError('no last traceback to disassemble') from None
        while tb.tb_next:
            tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file)


def _code_object(x):
    x = _unwrap(x)
    if isinstance(x, str):
        x = _try_compile(x, '<disassembly>')
    if hasattr(x, 'co_code'):
        return x
    raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def pretty_flags(flags):
    """Return pretty representation of code flags."""
    names = []
    for i in range(32):
        flag = 1 << i
        if flags & flag:
            names.append(COMPILER_FLAG_NAMES.get(flag, hex(flag)))
            flags ^= flag
            if not flags:
                break
    else:
        names.append(hex(flags))
    return ', '.join(names) if names else '0x0'


def code_info(x):
    """Formatted details of methods, functions, or code."""
    return _format_code_info(_code_object(x))


def _format_code_info(co):
    lines = []
    for title, value in (('Name:', co.co_name), ('Filename:', co.co_filename), ('Argument count:', co.co_argcount),
                         ('Kw-only arguments:', co.co_kwonlyargcount), ('Number of locals:', co.co_nlocals),
                         ('Stack size:', co.co_stacksize), ('Flags:', pretty_flags(co.co_flags))):
        lines.append('%-19s%s' % (title, value))
    for title, items, show in (('Constants:', co.co_consts, repr), ('Names:', co.co_names, str),
                               ('Variable names:', co.co_varnames, str), ('Free variables:', co.co_freevars, str),
                               ('Cell variables:', co.co_cellvars, str)):
        if items:
            lines.append(title)
            for i, item in enumerate(items):
                lines.append('%4d: %s' % (i, show(item)))
    return '\n'.join(lines)


def show_code(co, *, file=None):
    """Print details of methods, functions, or code to *file*.

    If *file* is not provided, the output is printed on stdout.
    """
    print(code_info(co), file=file)


# What inspect gives of an instruction's place (3.11's).
Positions = collections.namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=[None] * 4)

_Instruction = collections.namedtuple('_Instruction', 'opname opcode arg argval argrepr offset starts_line is_jump_target')
_Instruction.opname.__doc__ = 'Human readable name for operation'
_Instruction.opcode.__doc__ = 'Numeric code for operation'
_Instruction.arg.__doc__ = 'Numeric argument to operation (if any), otherwise None'
_Instruction.argval.__doc__ = 'Resolved arg value (if known), otherwise same as arg'
_Instruction.argrepr.__doc__ = 'Human readable description of operation argument'
_Instruction.offset.__doc__ = 'Start index of operation within bytecode sequence'
_Instruction.starts_line.__doc__ = 'Line started by this opcode (if any), otherwise None'
_Instruction.is_jump_target.__doc__ = 'True if other code jumps to here, otherwise False'


class Instruction(_Instruction):
    """Details for a bytecode operation.

    Fields: opname, opcode, arg, argval, argrepr, offset, starts_line, is_jump_target.
    """

    def _disassemble(self, lineno_width=3, mark_as_current=False):
        # One line of a listing.
        fields = []
        if lineno_width:
            if self.starts_line is not None:
                fields.append(str(self.starts_line).rjust(lineno_width))
            else:
                fields.append(' ' * lineno_width)
        fields.append('-->' if mark_as_current else '   ')
        fields.append('>>' if self.is_jump_target else '  ')
        fields.append(str(self.offset).rjust(4))
        fields.append(self.opname.ljust(20))
        if self.arg is not None:
            fields.append(str(self.arg).rjust(5))
            if self.argrepr:
                fields.append('(' + self.argrepr + ')')
        return ' '.join(fields).rstrip()


def get_instructions(x, *, first_line=None):
    """Iterator for the opcodes in methods, functions or code

    Generates a series of Instruction named tuples giving the details of
    each operations in the supplied code.

    If *first_line* is not None, it indicates the line number that should
    be reported for the first source line in the disassembled code.
    Otherwise, the source line information (if any) is taken directly from
    the disassembled code object.
    """
    co = _code_object(x)
    offset = first_line - co.co_firstlineno if first_line is not None else 0
    return _instructions(co.co_code, co, dict(findlinestarts(co)), offset)


def _name_at(names, i):
    if names is not None and i < len(names):
        return names[i], names[i]
    return i, str(i) if names is None else repr(i)


def _unpack(code):
    # (offset, opcode, argument or None); an EXTENDED_ARG is a step of its own and adds to the next argument.
    extended = 0
    n = len(code)
    i = 0
    while i < n:
        op = code[i]
        if op >= HAVE_ARGUMENT:
            arg = code[i + 1] + code[i + 2] * 256 + extended
            extended = arg * 65536 if op == EXTENDED_ARG else 0
            yield i, op, arg
            i += 3
        else:
            yield i, op, None
            i += 1


def _instructions(code, co=None, linestarts=None, line_offset=0):
    labels = findlabels(code)
    cells = co.co_cellvars + co.co_freevars if co is not None else None
    for offset, op, arg in _unpack(code):
        line = linestarts.get(offset) if linestarts is not None else None
        if line is not None:
            line += line_offset
        value = arg
        shown = ''
        if arg is not None:
            if op in hasconst:
                if co is not None:
                    value = co.co_consts[arg]
                shown = repr(value)
            elif op in hasname:
                value, shown = _name_at(co.co_names if co is not None else None, arg)
            elif op in hasjrel:
                value = offset + 3 + arg
                shown = 'to ' + repr(value)
            elif op in haslocal:
                value, shown = _name_at(co.co_varnames if co is not None else None, arg)
            elif op in hascompare:
                value = shown = cmp_op[arg]
            elif op in hasfree:
                value, shown = _name_at(cells, arg)
            elif op in hasnargs:
                shown = '%d positional, %d keyword pair' % (arg % 256, arg // 256)
        yield Instruction(opname[op], op, arg, value, shown, offset, line, offset in labels)


def disassemble(co, lasti=-1, *, file=None):
    """Disassemble a code object."""
    _print_instructions(_instructions(co.co_code, co, dict(findlinestarts(co))), 3, lasti, file)


def _disassemble_bytes(code, lasti=-1, *, file=None):
    _print_instructions(_instructions(code), 0, lasti, file)


def _print_instructions(instructions, width, lasti, file):
    for instr in instructions:
        if width and instr.starts_line is not None and instr.offset > 0:
            print(file=file)
        print(instr._disassemble(width, instr.offset == lasti), file=file)


disco = disassemble


def findlabels(code):
    """Detect all offsets in a byte code which are jump targets.

    Return the list of offsets.
    """
    labels = []
    for offset, op, arg in _unpack(code):
        if arg is None:
            continue
        if op in hasjrel:
            label = offset + 3 + arg
        elif op in hasjabs:
            label = arg
        else:
            continue
        if label not in labels:
            labels.append(label)
    return labels


def findlinestarts(code):
    """Find the offsets in a byte code which are start of lines in the source.

    Generate pairs (offset, lineno).
    """
    table = code.co_lnotab
    last = None
    line = code.co_firstlineno
    addr = 0
    for i in range(0, len(table), 2):
        step = table[i]
        if step:
            if line != last:
                yield addr, line
                last = line
            addr += step
        line += table[i + 1]
    if line != last:
        yield addr, line


class Bytecode:
    """The bytecode operations of a piece of code

    Instantiate this with a function, method, string of code, or a code object
    (as returned by compile()).

    Iterating over this yields the bytecode operations as Instruction instances.
    """

    def __init__(self, x, *, first_line=None, current_offset=None):
        self.codeobj = co = _code_object(x)
        if first_line is None:
            self.first_line = co.co_firstlineno
            self._line_offset = 0
        else:
            self.first_line = first_line
            self._line_offset = first_line - co.co_firstlineno
        self._linestarts = dict(findlinestarts(co))
        self._original_object = x
        self.current_offset = current_offset

    def __iter__(self):
        co = self.codeobj
        return _instructions(co.co_code, co, self._linestarts, self._line_offset)

    def __repr__(self):
        return '{}({!r})'.format(self.__class__.__name__, self._original_object)

    @classmethod
    def from_traceback(cls, tb):
        """ Construct a Bytecode from the given traceback """
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti)

    def info(self):
        """Return formatted information about the code object."""
        return _format_code_info(self.codeobj)

    def dis(self):
        """Return a formatted view of the bytecode operations."""
        import io
        out = io.StringIO()
        offset = self.current_offset if self.current_offset is not None else -1
        _print_instructions(iter(self), 3, offset, out)
        return out.getvalue()


def _test():
    import argparse
    parser = argparse.ArgumentParser()
    parser.add_argument('infile', type=argparse.FileType('rb'), nargs='?', default='-')
    args = parser.parse_args()
    with args.infile as infile:
        source = infile.read()
    dis(compile(source, args.infile.name, 'exec'))


if __name__ == '__main__':
    _test()
