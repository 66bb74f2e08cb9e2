"""Access-log analysis with re and Counter."""
import re
from collections import Counter, defaultdict

LOG = """127.0.0.1 - - [10/Oct/2023:13:55:36 +0000] "GET /index.html HTTP/1.1" 200 2326
10.0.0.7 - bob [10/Oct/2023:13:55:40 +0000] "POST /api/items HTTP/1.1" 201 91
10.0.0.7 - bob [10/Oct/2023:13:56:01 +0000] "GET /api/items?id=3 HTTP/1.1" 404 12
garbage line
192.168.1.9 - - [10/Oct/2023:14:01:22 +0000] "GET /index.html HTTP/1.1" 304 -
"""
PATTERN = re.compile(r'''
    (?P<ip>[\d.]+)\s-\s(?P<user>\S+)\s
    \[(?P<time>[^]]+)\]\s
    "(?P<method>[A-Z]+)\s(?P<path>[^?\s]+)(?:\?(?P<query>\S*))?\sHTTP/[\d.]+"\s
    (?P<status>\d{3})\s(?P<size>\d+|-)
''', re.VERBOSE)
status, by_ip, skipped = Counter(), defaultdict(Counter), 0
for line in LOG.splitlines():
    m = PATTERN.match(line)
    if not m:
        skipped += 1
        continue
    status[m['status'][0] + 'xx'] += 1
    by_ip[m['ip']][m['method']] += 1
    if m['query']:
        print('query', dict(re.findall(r'(\w+)=(\w+)', m['query'])))
print(status.most_common(), skipped)
for ip in sorted(by_ip, key=lambda a: tuple(map(int, a.split('.')))):
    print(f'{ip:>15}', dict(sorted(by_ip[ip].items())))
print([w for w in re.split(r'[\s\[\]"]+', LOG.splitlines()[0]) if w])
