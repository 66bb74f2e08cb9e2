"""Customers at the counters of a bank: a discrete-event simulation with generators as processes, a seed, statistics and a histogram."""
import argparse
import collections
import heapq
import itertools
import json
import math
import random
import statistics
import sys


class Environment:
    """Processes are generators that yield a delay or a request; events are in a heap."""

    def __init__(self):
        self.now, self.events, self.order = 0.0, [], itertools.count()

    def process(self, generator):
        self.schedule(0, generator, None)
        return generator

    def schedule(self, delay, generator, value):
        heapq.heappush(self.events, (self.now + delay, next(self.order), generator, value))

    def run(self, until=math.inf):
        while self.events and self.events[0][0] <= until:
            self.now, _, generator, value = heapq.heappop(self.events)
            try:
                want = generator.send(value)
            except StopIteration:
                continue
            if isinstance(want, Request):
                want.resource.ask(want, generator)
            else:
                self.schedule(want, generator, None)
        return self.now


class Request:
    def __init__(self, resource, urgent=False):
        self.resource, self.urgent = resource, urgent


class Resource:
    def __init__(self, env, capacity):
        self.env, self.free, self.capacity = env, capacity, capacity
        self.waiting = collections.deque()
        self.longest, self.busy, self.since = 0, 0.0, 0.0

    def account(self):
        self.busy += (self.capacity - self.free) * (self.env.now - self.since)
        self.since = self.env.now

    def ask(self, request, generator):
        self.account()
        if self.free:
            self.free -= 1
            self.env.schedule(0, generator, self)
        else:
            (self.waiting.appendleft if request.urgent else self.waiting.append)(generator)
            self.longest = max(self.longest, len(self.waiting))

    def release(self):
        self.account()
        if self.waiting:
            self.env.schedule(0, self.waiting.popleft(), self)
        else:
            self.free += 1


def customer(env, counters, rng, log, name, patience):
    arrived = env.now
    urgent = rng.random() < 0.1
    counter = yield Request(counters, urgent)
    wait = env.now - arrived
    if wait > patience:
        log.append({'name': name, 'wait': wait, 'left': True, 'urgent': urgent})
    else:
        yield rng.triangular(2, 12, 5)
        log.append({'name': name, 'wait': wait, 'left': False, 'urgent': urgent})
    counter.release()


def arrivals(env, counters, rng, log, mean):
    for n in itertools.count(1):
        yield rng.expovariate(1 / mean)
        env.process(customer(env, counters, rng, log, f'c{n:03d}', rng.gauss(15, 4)))


def simulate(counters, seed, hours):
    env, rng, log = Environment(), random.Random(seed), []
    resource = Resource(env, counters)
    env.process(arrivals(env, resource, rng, log, mean=3.0))
    env.run(until=hours * 60)
    resource.account()
    return log, resource, env


def histogram(values, width=30, bins=6):
    low, high = min(values), max(values)
    counts = collections.Counter(min(int((v - low) / (high - low or 1) * bins), bins - 1) for v in values)
    most = max(counts.values())
    for b in range(bins):
        bar = '#' * round(counts[b] / most * width)
        yield f'{low + b * (high - low) / bins:6.2f} {counts[b]:4d} {bar}'


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--counters', type=int, nargs='+', default=[2])
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--hours', type=float, default=8)
    parser.add_argument('--json', action='store_true')
    options = parser.parse_args(argv)
    summary = []
    for n in options.counters:
        log, resource, env = simulate(n, options.seed, options.hours)
        waits = [c['wait'] for c in log]
        served = [c for c in log if not c['left']]
        q = statistics.quantiles(waits, n=10)
        row = {
            'counters': n, 'customers': len(log), 'served': len(served), 'left': len(log) - len(served), 'urgent': sum(c['urgent'] for c in log),
            'mean wait': round(statistics.fmean(waits), 3), 'median': round(statistics.median(waits), 3), '90 %': round(q[8], 3), 'stdev': round(statistics.stdev(waits), 3),
            'longest queue': resource.longest, 'busy': f'{resource.busy / (n * env.now):.1%}',
        }
        summary.append(row)
        if not options.json:
            print(f'--- {n} counters ---')
            for k, v in row.items():
                print(f'{k:>14}: {v}')
            print(*histogram(waits), sep='\n')
            worst = heapq.nlargest(3, log, key=lambda c: c['wait'])
            print('worst:', ', '.join(f"{c['name']} {c['wait']:.1f}{' left' if c['left'] else ''}" for c in worst))
    if options.json:
        json.dump(summary, sys.stdout, indent=2)
        print()
    base, *others = summary
    for o in others:
        print(f"{o['counters']} instead of {base['counters']}: waits {o['mean wait'] / base['mean wait']:.0%}, lost {o['left']} instead of {base['left']}")


main(['--counters', '2', '3', '--seed', '7'])
main(['--json', '--hours', '2'])
