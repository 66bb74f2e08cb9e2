"""A sudoku solver: sets, recursion, copying of boards."""
import time

PUZZLES = [
    '53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79',
    '..............3.85..1.2.......5.7.....4...1...9.......5......73..2.1........4...9',
    '8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..',
]
ROWS = [[r * 9 + c for c in range(9)] for r in range(9)]
COLUMNS = [[r * 9 + c for r in range(9)] for c in range(9)]
BOXES = [[(b // 3 * 3 + i // 3) * 9 + b % 3 * 3 + i % 3 for i in range(9)] for b in range(9)]
UNITS = {s: [u for u in ROWS + COLUMNS + BOXES if s in u] for s in range(81)}
PEERS = {s: set(sum(UNITS[s], [])) - {s} for s in range(81)}


class Solver:
    def __init__(self):
        self.nodes = 0

    def assign(self, values, s, d):
        others = values[s].replace(d, '')
        return all(self.eliminate(values, s, o) for o in others)

    def eliminate(self, values, s, d):
        if d not in values[s]:
            return True
        values[s] = values[s].replace(d, '')
        if not values[s]:
            return False
        if len(values[s]) == 1:
            last = values[s]
            for p in PEERS[s]:
                if not self.eliminate(values, p, last):
                    return False
        for unit in UNITS[s]:
            places = [u for u in unit if d in values[u]]
            if not places:
                return False
            if len(places) == 1 and not self.assign(values, places[0], d):
                return False
        return True

    def search(self, values):
        self.nodes += 1
        open_squares = [(len(v), s) for s, v in values.items() if len(v) > 1]
        if not open_squares:
            return values
        _, s = min(open_squares)
        for d in values[s]:
            copy = dict(values)
            if self.assign(copy, s, d):
                found = self.search(copy)
                if found:
                    return found
        return None

    def solve(self, text):
        values = {s: '123456789' for s in range(81)}
        for s, d in enumerate(text):
            if d != '.' and not self.assign(values, s, d):
                return None
        return self.search(values)


def main(n):
    out = []
    for _ in range(n):
        solver = Solver()
        for i in (0, 2):
            out.append(''.join(solver.solve(PUZZLES[i]).values()))
    return out[0][:20], out[1][:20], solver.nodes, len(out)


if __name__ == '__main__':
    start = time.perf_counter()
    print(main(78))
    print(time.perf_counter() - start)
