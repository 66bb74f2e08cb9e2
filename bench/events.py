"""A simulation of queues: an event heap, dataclasses, an own random number generator, enum states."""
import time
from collections import deque
from dataclasses import dataclass, field
from enum import Enum
from heapq import heappop, heappush


class State(Enum):
    IDLE = 'idle'
    BUSY = 'busy'


@dataclass
class Customer:
    number: int
    arrived: float
    patience: float
    served: bool = False


@dataclass
class Desk:
    name: str
    state: State = State.IDLE
    done: int = 0
    queue: deque = field(default_factory=deque)


class Random:
    def __init__(self, seed):
        self.x = seed

    def random(self):
        self.x = (self.x * 16807) % 2147483647
        return self.x / 2147483647


class Bank:
    def __init__(self, desks, seed):
        self.random = Random(seed)
        self.desks = [Desk(f'desk {i}') for i in range(desks)]
        self.now = 0.0
        self.heap = []
        self.sequence = 0
        self.lost = 0
        self.waited = 0.0

    def at(self, when, action, *args):
        self.sequence += 1
        heappush(self.heap, (when, self.sequence, action, args))

    def arrive(self, number):
        r = self.random.random
        c = Customer(number, self.now, 5.0 + 10.0 * r())
        desk = min(self.desks, key=lambda d: len(d.queue))
        desk.queue.append(c)
        if desk.state is State.IDLE:
            self.serve(desk)
        if number > 0:
            self.at(self.now + r() * 1.2, self.arrive, number - 1)

    def serve(self, desk):
        while desk.queue:
            c = desk.queue.popleft()
            wait = self.now - c.arrived
            if wait > c.patience:
                self.lost += 1
                continue
            self.waited += wait
            c.served = True
            desk.state = State.BUSY
            self.at(self.now + 0.5 + 2.0 * self.random.random(), self.leave, desk)
            return
        desk.state = State.IDLE

    def leave(self, desk):
        desk.done += 1
        desk.state = State.IDLE
        self.serve(desk)

    def run(self):
        while self.heap:
            self.now, _, action, args = heappop(self.heap)
            action(*args)


def main(n):
    bank = Bank(3, 42)
    bank.at(0.0, bank.arrive, n)
    bank.run()
    return [d.done for d in bank.desks], bank.lost, f'{bank.waited / n:.6f}', f'{bank.now:.3f}'


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(400000))
    print(time.perf_counter() - start)
