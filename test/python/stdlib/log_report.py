"""Log analysis + argparse + CSV/JSON report."""
import argparse, collections, csv, datetime as dt, io, json, re, statistics, sys, textwrap, heapq, operator
LOG = '''
127.0.0.1 - - [10/Oct/2023:13:55:36 +0000] "GET /index.html HTTP/1.1" 200 2326
10.0.0.5 - bob [10/Oct/2023:13:55:40 +0200] "POST /api/v1/items?id=5&x=%20y HTTP/1.1" 201 15
10.0.0.5 - bob [10/Oct/2023:13:56:01 -0530] "GET /static/app.js HTTP/2" 304 -
::1 - - [11/Oct/2023:00:00:00 +0000] "GET /nope HTTP/1.1" 404 153
garbage line
10.0.0.9 - - [11/Oct/2023:01:02:03 +0000] "DELETE /api/v1/items/7 HTTP/1.1" 500 0
127.0.0.1 - - [11/Oct/2023:13:55:36 +0000] "GET /index.html HTTP/1.1" 200 2326
'''
PAT = re.compile(r'''(?P<ip>\S+)\s\S+\s(?P<user>\S+)\s\[(?P<ts>[^\]]+)\]\s"(?P<method>[A-Z]+)\s(?P<path>[^ "?]+)(?:\?(?P<query>\S*))?\s(?P<proto>[^"]+)"\s(?P<status>\d{3})\s(?P<size>\d+|-)''', re.X)
Entry = collections.namedtuple('Entry', 'ip user ts method path query proto status size')
def parse(lines, errors):
    for n, line in enumerate(lines, 1):
        if not line.strip(): continue
        m = PAT.fullmatch(line)
        if m is None:
            errors.append((n, line)); continue
        d = m.groupdict(default='')
        yield Entry(**{**d, 'ts': dt.datetime.strptime(d['ts'], '%d/%b/%Y:%H:%M:%S %z'), 'status': int(d['status']), 'size': int(d['size']) if d['size'].isdigit() else None})
def build():
    p = argparse.ArgumentParser(prog='logs', description='Analyse logs.', epilog='See docs.', formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument('-f', '--format', choices=['text','json','csv'], default='text', help='output %(choices)s')
    p.add_argument('-n', '--top', type=int, default=3, metavar='N', help='how many')
    p.add_argument('--since', type=dt.date.fromisoformat, help='first day')
    p.add_argument('-v', action='count', default=0)
    g = p.add_mutually_exclusive_group(); g.add_argument('--only', nargs='+', type=int); g.add_argument('--errors', action='store_true')
    sub = p.add_subparsers(dest='cmd', title='commands'); s = sub.add_parser('by', help='group'); s.add_argument('field', choices=Entry._fields)
    return p
def main(argv):
    try: a = build().parse_args(argv)
    except SystemExit as e: print('exit', e.code); return
    print(a)
    bad = []; es = list(parse(LOG.splitlines(), bad))
    if a.since: es = [e for e in es if e.ts.date() >= a.since]
    if a.only: es = [e for e in es if e.status in a.only]
    if a.errors: es = [e for e in es if e.status >= 400]
    c = collections.Counter(e.path for e in es); sizes = [e.size for e in es if e.size]
    rep = {'total': len(es), 'bad': bad, 'top': c.most_common(a.top), 'mean': round(statistics.mean(sizes), 2) if sizes else None, 'span': str(max(e.ts for e in es) - min(e.ts for e in es)) if es else None}
    if a.format == 'json': json.dump(rep, sys.stdout, indent=1); print()
    elif a.format == 'csv':
        w = csv.DictWriter(sys.stdout, fieldnames=Entry._fields, lineterminator='\n', quoting=csv.QUOTE_NONNUMERIC); w.writeheader(); [w.writerow(e._asdict()) for e in es]
    else:
        for k, v in rep.items(): print(f'{k:>8}: {v}')
    if a.cmd == 'by':
        d = collections.defaultdict(list)
        for e in es: d[getattr(e, a.field)].append(e)
        for k in sorted(d, key=str): print(k, len(d[k]), heapq.nlargest(1, d[k], key=lambda e: e.size or 0)[0].path)
sys.stderr = sys.stdout
for argv in ([], ['-h'], ['-f','json','--top','1'], ['-f','csv','--errors'], ['--since','2023-10-11','by','ip'], ['--since','2023-13-01'], ['-f','xml'], ['--only','200','--errors'], ['--only'], ['by','nope'], ['by','-h'], ['bogus'], ['-vvv','--only','200','304','--','by','status'], ['-n','x'], ['--to','2'], ['--err','--since=2020-01-01']): print('$', *argv); main(argv)
