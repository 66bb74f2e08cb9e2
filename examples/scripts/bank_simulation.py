"""Discrete-event simulation with heapq."""
import heapq
import itertools
import random


class Simulation:
    def __init__(self, seed):
        self.now, self.queue, self.ids, self.rng = 0.0, [], itertools.count(), random.Random(seed)

    def at(self, delay, action, *args):
        heapq.heappush(self.queue, (self.now + delay, next(self.ids), action, args))

    def run(self, until):
        while self.queue and self.queue[0][0] <= until:
            self.now, _, action, args = heapq.heappop(self.queue)
            action(*args)


class Bank:
    def __init__(self, sim, tellers):
        self.sim, self.free, self.line, self.waits, self.served = sim, tellers, [], [], 0

    def arrive(self, n):
        if self.free:
            self.serve(n, self.sim.now)
        else:
            self.line.append((n, self.sim.now))
        self.sim.at(self.sim.rng.expovariate(0.5), self.arrive, n + 1)

    def serve(self, n, since):
        self.free -= 1
        self.waits.append(self.sim.now - since)
        self.sim.at(self.sim.rng.gauss(5, 1), self.leave, n)

    def leave(self, n):
        self.free += 1
        self.served += 1
        if self.line:
            self.serve(*self.line.pop(0))


for tellers in (2, 3):
    sim = Simulation(7)
    bank = Bank(sim, tellers)
    sim.at(0, bank.arrive, 1)
    sim.run(200)
    print(f'{tellers} tellers: served {bank.served}, waiting {len(bank.line)}, mean wait {sum(bank.waits) / len(bank.waits):.3f}')
