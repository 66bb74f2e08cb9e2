"""Scheduler simulation: classes and methods."""
import time

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
DEVICE, WORK = 0, 1


class Packet:
    def __init__(self, link, ident, kind):
        self.link = link
        self.ident = ident
        self.kind = kind
        self.datum = 0
        self.data = [0] * 4

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        p = queue
        while p.link is not None:
            p = p.link
        p.link = self
        return queue


class Task:
    def __init__(self, ident, priority, queue, sched):
        self.sched = sched
        self.link = sched.list
        self.ident = ident
        self.priority = priority
        self.input = queue
        self.pending = queue is not None
        self.waiting = False
        self.held = False
        sched.list = self
        sched.table[ident] = self

    def add_packet(self, p, old):
        if self.input is None:
            self.input = p
            self.pending = True
            if self.priority > old.priority:
                return self
        else:
            p.append_to(self.input)
        return old

    def run_task(self):
        if self.waiting and self.pending and not self.held:
            msg = self.input
            self.input = msg.link
            if self.input is None:
                self.pending = False
            else:
                self.pending = True
            self.waiting = False
        else:
            msg = None
        return self.fn(msg)

    def is_held_or_waiting(self):
        return self.held or (not self.pending and self.waiting)

    def wait(self):
        self.waiting = True
        return self

    def hold(self):
        self.sched.holds += 1
        self.held = True
        return self.link

    def release(self, ident):
        t = self.find(ident)
        t.held = False
        if t.priority > self.priority:
            return t
        return self

    def qpkt(self, pkt):
        t = self.find(pkt.ident)
        self.sched.queued += 1
        pkt.link = None
        pkt.ident = self.ident
        return t.add_packet(pkt, self)

    def find(self, ident):
        t = self.sched.table[ident]
        if t is None:
            raise ValueError('bad task id')
        return t


class IdleTask(Task):
    def __init__(self, sched, count):
        Task.__init__(self, IDLE, 0, None, sched)
        self.control = 1
        self.count = count

    def fn(self, pkt):
        self.count -= 1
        if self.count == 0:
            return self.hold()
        if self.control & 1 == 0:
            self.control //= 2
            return self.release(DEVICE_A)
        self.control = self.control // 2 ^ 0xd008
        return self.release(DEVICE_B)


class WorkTask(Task):
    def __init__(self, queue, sched):
        Task.__init__(self, WORKER, 1000, queue, sched)
        self.waiting = queue is None
        self.dest = HANDLER_A
        self.n = 0
        self.waiting = True

    def fn(self, pkt):
        if pkt is None:
            return self.wait()
        if self.dest == HANDLER_A:
            self.dest = HANDLER_B
        else:
            self.dest = HANDLER_A
        pkt.ident = self.dest
        pkt.datum = 0
        for i in range(4):
            self.n += 1
            if self.n > 26:
                self.n = 1
            pkt.data[i] = 64 + self.n
        return self.qpkt(pkt)


class HandlerTask(Task):
    def __init__(self, ident, priority, queue, sched):
        Task.__init__(self, ident, priority, queue, sched)
        self.work = None
        self.device = None
        self.waiting = True

    def fn(self, pkt):
        if pkt is not None:
            if pkt.kind == WORK:
                self.work = pkt.append_to(self.work)
            else:
                self.device = pkt.append_to(self.device)
        work = self.work
        if work is None:
            return self.wait()
        count = work.datum
        if count >= 4:
            self.work = work.link
            return self.qpkt(work)
        dev = self.device
        if dev is None:
            return self.wait()
        self.device = dev.link
        dev.datum = work.data[count]
        work.datum = count + 1
        return self.qpkt(dev)


class DeviceTask(Task):
    def __init__(self, ident, priority, sched):
        Task.__init__(self, ident, priority, None, sched)
        self.saved = None
        self.waiting = True

    def fn(self, pkt):
        if pkt is None:
            pkt = self.saved
            if pkt is None:
                return self.wait()
            self.saved = None
            return self.qpkt(pkt)
        self.saved = pkt
        return self.hold()


class Scheduler:
    def __init__(self):
        self.list = None
        self.table = [None] * 6
        self.holds = 0
        self.queued = 0

    def schedule(self):
        t = self.list
        while t is not None:
            if t.is_held_or_waiting():
                t = t.link
            else:
                t = t.run_task()


def run():
    s = Scheduler()
    IdleTask(s, 10000)
    q = Packet(None, 0, WORK)
    q = Packet(q, 0, WORK)
    WorkTask(q, s)
    q = Packet(None, DEVICE_A, DEVICE)
    q = Packet(q, DEVICE_A, DEVICE)
    q = Packet(q, DEVICE_A, DEVICE)
    HandlerTask(HANDLER_A, 2000, q, s)
    q = Packet(None, DEVICE_B, DEVICE)
    q = Packet(q, DEVICE_B, DEVICE)
    q = Packet(q, DEVICE_B, DEVICE)
    HandlerTask(HANDLER_B, 3000, q, s)
    DeviceTask(DEVICE_A, 4000, s)
    DeviceTask(DEVICE_B, 5000, s)
    s.schedule()
    return s.holds, s.queued


def main(n):
    out = None
    for _ in range(n):
        out = run()
    return out


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(42))
    print(time.perf_counter() - start)
