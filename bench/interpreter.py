"""A small stack machine and its assembler, written in Python."""
import time

SOURCE = '''
start:
    push 0
    store sum
    load n
    store i
loop:
    load i
    jz end
    load i
    push 3
    mod
    jz skip
    load sum
    load i
    add
    push 1000007
    mod
    store sum
skip:
    load i
    push 1
    sub
    store i
    jmp loop
end:
    load sum
    halt
'''


def assemble(src):
    labels = {}
    code = []
    for line in src.split('\n'):
        line = line.strip()
        if not line:
            continue
        if line.endswith(':'):
            labels[line[:-1]] = len(code)
            continue
        parts = line.split()
        code.append((parts[0], parts[1] if len(parts) > 1 else None))
    out = []
    for op, arg in code:
        if op in ('jz', 'jmp'):
            arg = labels[arg]
        elif op == 'push':
            arg = int(arg)
        out.append((op, arg))
    return out


class Machine:
    def __init__(self, code, env):
        self.code = code
        self.env = env
        self.stack = []
        self.pc = 0
        self.steps = 0
        self.table = {name[3:]: getattr(self, name) for name in ('op_push', 'op_load', 'op_store', 'op_add', 'op_sub', 'op_mod', 'op_jz', 'op_jmp')}

    def op_push(self, arg):
        self.stack.append(arg)

    def op_load(self, arg):
        self.stack.append(self.env[arg])

    def op_store(self, arg):
        self.env[arg] = self.stack.pop()

    def op_add(self, arg):
        b = self.stack.pop()
        self.stack.append(self.stack.pop() + b)

    def op_sub(self, arg):
        b = self.stack.pop()
        self.stack.append(self.stack.pop() - b)

    def op_mod(self, arg):
        b = self.stack.pop()
        self.stack.append(self.stack.pop() % b)

    def op_jz(self, arg):
        if not self.stack.pop():
            self.pc = arg

    def op_jmp(self, arg):
        self.pc = arg

    def run(self):
        while True:
            op, arg = self.code[self.pc]
            self.pc += 1
            self.steps += 1
            if op == 'halt':
                return self.stack.pop()
            self.table[op](arg)


def main(n):
    m = Machine(assemble(SOURCE), {'n': n})
    return m.run(), m.steps


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(600000))
    print(time.perf_counter() - start)
