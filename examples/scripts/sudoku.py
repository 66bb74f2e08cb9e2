"""Sudoku by constraint propagation and search."""
GRID = '53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79'
CELLS = [(r, c) for r in range(9) for c in range(9)]
UNITS = [[(r, c) for c in range(9)] for r in range(9)] + [[(r, c) for r in range(9)] for c in range(9)] + \
    [[(r + i, c + j) for i in range(3) for j in range(3)] for r in (0, 3, 6) for c in (0, 3, 6)]
PEERS = {s: {p for u in UNITS if s in u for p in u} - {s} for s in CELLS}


def assign(v, s, d):
    return v if all(eliminate(v, s, x) for x in v[s] if x != d) else None


def eliminate(v, s, d):
    if d not in v[s]:
        return True
    v[s] = v[s].replace(d, '')
    if not v[s] or (len(v[s]) == 1 and not all(eliminate(v, p, v[s]) for p in PEERS[s])):
        return False
    for u in (u for u in UNITS if s in u):
        places = [p for p in u if d in v[p]]
        if not places or (len(places) == 1 and not assign(v, places[0], d)):
            return False
    return True


values = {s: '123456789' for s in CELLS}
for s, d in zip(CELLS, GRID):
    if d != '.' and not assign(values, s, d):
        raise SystemExit('contradiction')
for r in range(9):
    print(' '.join(values[r, c] for c in range(9)))
