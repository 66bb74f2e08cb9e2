"""Library functions that CPython writes in C, each timed in this process for about `--seconds` (default 0.1), after as
long a time to warm up: one line `NAME MICROSECONDS` a function. `--serve` takes the names from stdin, a line each, so that
../library.mjs can have pyvm and python3 measure in turn."""
import asyncio, base64, bisect, collections, copy, csv, datetime, decimal, fractions, functools, hashlib, heapq, io, itertools, json
import math, operator, pickle, random, re, statistics, string, struct, textwrap, zlib

import timing

rows = {}


def row(f):
    rows[f.__name__] = f
    return f


rng = random.Random(1)
ints = [rng.randrange(10000) for _ in range(1000)]
ordered = sorted(ints)
floats = [x / 7 for x in ints]
words = ('the quick brown fox jumps over the lazy dog and then some more words follow ' * 20).split()
text = ' '.join(words)
record = {'id': 12345, 'name': 'example', 'tags': ['a', 'b', 'c'], 'nested': {'x': 1.5, 'y': None, 'ok': True}, 'list': list(range(30))}
records = [dict(record, id=i) for i in range(30)]
encoded = json.dumps(records)
Point = collections.namedtuple('Point', 'x y z')
point = Point(1, 2, 3)
blob = bytes(range(256)) * 4096


@row
def heap_push_pop():
    h = []
    for x in ints:
        heapq.heappush(h, x)
    while h:
        heapq.heappop(h)


@row
def heap_push_pop_tuples():
    h = []
    for i, x in enumerate(ints):
        heapq.heappush(h, (x, i, 'task'))
    while h:
        heapq.heappop(h)


@row
def heapify_merge_nlargest():
    h = list(ints)
    heapq.heapify(h)
    heapq.nlargest(10, ints)
    heapq.nsmallest(10, ints)
    list(heapq.merge(ordered, ordered))


@row
def bisect_left_insort():
    a = []
    for x in ints[:300]:
        bisect.insort(a, x)
    for x in ints:
        bisect.bisect_left(ordered, x)


@row
def json_dumps():
    json.dumps(records)


@row
def json_dumps_indent():
    json.dumps(records, indent=2, sort_keys=True)


@row
def json_loads():
    json.loads(encoded)


@row
def ordered_dict():
    d = collections.OrderedDict()
    for x in ints:
        d[x] = x
    for x in ints[:300]:
        d.move_to_end(x)
    for x in ordered[:100]:
        d.get(x)
    list(d.items())
    while d:
        d.popitem(last=False)


@row
def re_findall():
    re.findall(r'\b\w+\b', text)


@row
def re_findall_groups():
    re.findall(r'(\w)(\w*) (\w+)', text)


@row
def re_sub():
    re.sub(r'[aeiou]', '*', text)


@row
def re_sub_function():
    re.sub(r'\w+', lambda m: m.group().upper(), text)


@row
def re_match_many():
    m = re.compile(r'(\w+)@(\w+)\.com').match
    for _ in range(200):
        m('somebody@example.com')


@row
def re_search_literal():
    for _ in range(20):
        re.search('follow', text)


@row
def re_split():
    re.split(r'\s+', text)


@row
def re_tokenize():
    for m in re.finditer(r'(?P<number>\d+(?:\.\d*)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>[-+*/=()])|(?P<skip>\s+)', 'alpha = beta * (12.5 + gamma7) - 3 / delta ' * 10):
        m.lastgroup, m.group()


@row
def struct_pack_unpack():
    s = struct.Struct('<IhBf')
    for i in range(300):
        s.unpack(s.pack(i, -5, 7, 1.5))


@row
def struct_functions():
    for i in range(300):
        struct.unpack('>3sHQ', struct.pack('>3sHQ', b'abc', i, i * i))


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@row
def lru_cache_hit():
    for i in range(500):
        fib(i & 63)


@row
def lru_cache_bounded():
    @functools.lru_cache(maxsize=64)
    def f(x):
        return x
    for x in ints:
        f(x & 127)


@row
def namedtuple_create():
    for i in range(500):
        Point(i, 2, 3)


@row
def namedtuple_attribute():
    p = point
    for i in range(500):
        p.x + p.y + p.z


@row
def namedtuple_methods():
    for i in range(100):
        point._replace(x=i)._asdict()


@row
def counter():
    c = collections.Counter(words)
    c.most_common(3)
    c.update(text)


@row
def deque():
    d = collections.deque(maxlen=100)
    for x in ints:
        d.append(x)
    d.rotate(3)
    while d:
        d.popleft()


@row
def defaultdict():
    d = collections.defaultdict(list)
    for w in words:
        d[w].append(1)
    e = collections.defaultdict(int)
    for w in words:
        e[w] += 1


@row
def chain_map():
    c = collections.ChainMap({'a': 1}, {'b': 2}, {'c': 3})
    for _ in range(50):
        c['a'], c['c'], 'z' in c


@row
def itertools_chain_islice():
    sum(itertools.islice(itertools.chain(ints, ordered, ints), 2500))


@row
def itertools_groupby():
    for k, g in itertools.groupby(ordered, key=lambda x: x // 100):
        sum(g)


@row
def itertools_product():
    for _ in itertools.product(range(10), range(10), range(10)):
        pass


@row
def itertools_combinations():
    for _ in itertools.combinations(range(18), 3):
        pass


@row
def itertools_permutations():
    for _ in itertools.permutations(range(6)):
        pass


@row
def itertools_accumulate():
    list(itertools.accumulate(ints))
    list(itertools.accumulate(ints, operator.mul if False else max))


@row
def itertools_zip_longest():
    for _ in itertools.zip_longest(ints, ordered[:500], fillvalue=0):
        pass


@row
def itertools_misc():
    list(itertools.takewhile(lambda x: x >= 0, ints))
    list(itertools.filterfalse(None, ints))
    list(itertools.starmap(operator.add, zip(ints, ordered)))
    list(itertools.pairwise(ints))
    for _ in zip(itertools.count(), ints):
        pass


@row
def functools_reduce_partial():
    functools.reduce(operator.add, ints)
    functools.reduce(lambda a, b: a + b, ints)
    p = functools.partial(max, 3)
    for x in ints[:300]:
        p(x)


@row
def cmp_to_key():
    sorted(ints[:300], key=functools.cmp_to_key(lambda a, b: a - b))


@row
def itemgetter_attrgetter():
    rows = [(x, i) for i, x in enumerate(ints)]
    sorted(rows, key=operator.itemgetter(0))
    g = operator.attrgetter('x', 'y')
    for _ in range(200):
        g(point)


@row
def str_methods():
    t = ' '.join(words)
    t.split()
    t.replace('the', 'a')
    t.upper().title()
    for w in words:
        w.startswith('t'), w.strip(), w.find('o')


@row
def str_format():
    for i in range(200):
        '{:>10} {:.2f} {!r}'.format(i, 1.5, 'x')
        '%5d %s %.3f' % (i, 'abc', 2.5)
        f'{i:05d} {i:x} {1.25:e}'


@row
def textwrap_wrap():
    textwrap.wrap(text[:600], 60)


@row
def textwrap_dedent():
    textwrap.dedent('    a\n      b\n    c\n' * 20)


@row
def random_random():
    r = rng.random
    for _ in range(500):
        r()


@row
def random_randint():
    for _ in range(200):
        rng.randint(1, 100)


@row
def random_shuffle_choice():
    a = ints[:200]
    rng.shuffle(a)
    for _ in range(100):
        rng.choice(a)
    rng.sample(a, 20)


@row
def random_distributions():
    for _ in range(50):
        rng.gauss(0, 1), rng.uniform(1, 2), rng.expovariate(1)
    rng.choices(words, k=50)


@row
def datetime_arithmetic():
    d = datetime.datetime(2020, 1, 1)
    step = datetime.timedelta(hours=7, minutes=3)
    for _ in range(50):
        d += step
        d - datetime.datetime(2019, 1, 1) > step


@row
def datetime_format():
    d = datetime.datetime(2020, 5, 17, 10, 20, 30)
    for _ in range(20):
        d.strftime('%Y-%m-%d %H:%M:%S'), d.isoformat(), str(d)


@row
def datetime_parse():
    for _ in range(10):
        datetime.datetime.strptime('2020-05-17 10:20:30', '%Y-%m-%d %H:%M:%S')
        datetime.datetime.fromisoformat('2020-05-17T10:20:30')


@row
def copy_deepcopy():
    copy.deepcopy(records[:5])


@row
def statistics_mean():
    statistics.mean(ints[:200])
    statistics.median(ints[:200])
    statistics.stdev(floats[:200])


@row
def decimal_arithmetic():
    a = decimal.Decimal('1.1')
    t = decimal.Decimal(0)
    for _ in range(200):
        t = t + a * a - a / 3


@row
def fractions_arithmetic():
    t = fractions.Fraction(0)
    for i in range(1, 60):
        t += fractions.Fraction(1, i)


@row
def math_functions():
    for x in floats[:300]:
        math.sqrt(x), math.sin(x), math.floor(x), math.hypot(x, 1.0)


@row
def math_integers():
    for x in ints[:200]:
        math.gcd(x, 36), math.isqrt(x), math.comb(20, 5)
    math.factorial(100)
    math.prod(ints[:30])
    math.fsum(floats)


@row
def hashlib_sha256_1mb():
    hashlib.sha256(blob).hexdigest()


@row
def hashlib_md5_1mb():
    hashlib.md5(blob).hexdigest()


@row
def hashlib_small():
    for w in words[:50]:
        hashlib.sha1(w.encode()).hexdigest()


@row
def zlib_compress():
    zlib.decompress(zlib.compress(text.encode() * 10))


@row
def zlib_crc32():
    zlib.crc32(blob)
    zlib.adler32(blob)


@row
def base64_roundtrip():
    base64.b64decode(base64.b64encode(blob[:100000]))


@row
def csv_read_write():
    out = io.StringIO()
    w = csv.writer(out)
    for i in range(100):
        w.writerow([i, 'some text', 'quoted, "text"', 1.5])
    list(csv.reader(io.StringIO(out.getvalue())))


@row
def csv_dict():
    list(csv.DictReader(io.StringIO('a,b,c\n' + '1,2,3\n' * 100)))


@row
def string_template():
    t = string.Template('$who likes ${what} and $$')
    for _ in range(50):
        t.substitute(who='tim', what='kung pao')


@row
def pickle_dumps():
    pickle.dumps(records)


@row
def pickle_loads():
    pickle.loads(pickled)


pickled = pickle.dumps(records)


@row
def string_io():
    s = io.StringIO()
    for w in words:
        s.write(w)
    s.getvalue()
    for line in io.StringIO('a line\n' * 200):
        pass


@row
def bytes_io():
    b = io.BytesIO()
    for w in words:
        b.write(b'abc')
    b.getvalue()


@row
def dataclass_instances():
    from dataclasses import dataclass

    global Item
    if 'Item' not in globals():
        @dataclass(order=True)
        class Item:
            name: str
            price: float = 0.0
    a = [Item(w, i * 0.5) for i, w in enumerate(words[:100])]
    a[0] == a[1], sorted(a), repr(a[0])


@row
def enum_members():
    import enum

    global Color
    if 'Color' not in globals():
        class Color(enum.Enum):
            RED = 1
            GREEN = 2
    for _ in range(100):
        Color.RED, Color(2), Color['RED'], Color.GREEN.name, Color.RED is Color.GREEN


@row
def counter_text():
    c = collections.Counter(text)
    c.most_common()


@row
def counter_update_pairs():
    c = collections.Counter()
    for w in words:
        c[w] += 1
    c.update({'the': 3, 'fox': 1})
    c.update(w[0] for w in words)
    c.subtract(words)
    list(c.elements())


@row
def counter_arithmetic():
    a, b = collections.Counter(words), collections.Counter(text)
    a + b, a - b, a & b, a | b, +a, a.total()


@row
def counter_small():
    for w in words[:100]:
        collections.Counter(w)


@row
def ordered_dict_moves():
    d = collections.OrderedDict((x, 1) for x in ordered[:200])
    for x in ints[:200]:
        if x in d:
            d.move_to_end(x, last=False)
    d.popitem()
    d.popitem(last=False)
    list(reversed(d))
    d == collections.OrderedDict(d)


@row
def ordered_dict_lru():
    d = collections.OrderedDict()
    for x in ints:
        k = x & 127
        if k in d:
            d.move_to_end(k)
        else:
            d[k] = x
            if len(d) > 64:
                d.popitem(last=False)


@row
def deque_ends():
    d = collections.deque(ints)
    for _ in range(300):
        d.appendleft(d.pop())
        d.rotate(1)
    d.extend(ordered)
    d.extendleft(ordered)
    d[500], d.count(5), len(d), 7 in d
    list(reversed(d))
    d.reverse()
    d.copy()


@row
def deque_iterate():
    d = collections.deque(ints, maxlen=500)
    for x in d:
        pass
    sum(d)
    d.extend(ordered)


@row
def namedtuple_make():
    for i in range(200):
        Point._make((i, 2, 3))
        Point(x=i, y=2, z=3)
        x, y, z = point
    sorted([Point(x, 2, 3) for x in ints[:100]])
    {Point(x, 2, 3) for x in ints[:100]}


@row
def lru_cache_keywords():
    @functools.lru_cache(maxsize=None, typed=True)
    def f(x, *, y=1):
        return x
    for x in ints[:300]:
        f(x & 31, y=x & 1)
    f.cache_info()
    f.cache_clear()


@row
def cached_property_dispatch():
    class A:
        @functools.cached_property
        def p(self):
            return 1
    for _ in range(100):
        a = A()
        a.p, a.p
        show(1), show('x')


@functools.singledispatch
def show(x):
    return 0


@show.register
def _(x: int):
    return 1


@row
def heap_replace():
    h = list(ordered)
    for x in ints:
        heapq.heapreplace(h, x)
        heapq.heappushpop(h, x)


@row
def heap_keys():
    heapq.nlargest(10, words, key=len)
    heapq.nsmallest(10, records, key=lambda r: r['id'])
    heapq.nlargest(200, ints)
    list(heapq.merge(ordered, ordered, key=lambda x: x))


@row
def heap_objects():
    h = []
    for x in ints[:200]:
        heapq.heappush(h, Job(x))
    while h:
        heapq.heappop(h)


class Job:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


@row
def bisect_keys():
    for x in ints[:300]:
        bisect.bisect(ordered, x, 10, 900), bisect.bisect_right(words, 'm', key=str.lower)


@row
def json_default_hook():
    text = json.dumps([{'p': {1, 2}, 'n': i} for i in range(50)], default=sorted)
    json.loads(text, object_hook=lambda d: d)
    json.loads(text, object_pairs_hook=collections.OrderedDict)


@row
def json_numbers():
    json.loads(json.dumps(floats))
    json.loads(json.dumps(ints))
    json.loads(json.dumps(ints), parse_int=float)


@row
def json_text():
    t = 'caf\xe9 "quoted" \\ line\n' * 50
    json.loads(json.dumps([t, t], ensure_ascii=False))
    json.loads(json.dumps([t, t]))


@row
def json_small():
    for i in range(50):
        json.loads(json.dumps({'a': i, 'b': 'x'}))


@row
def json_file():
    f = io.StringIO()
    json.dump(records, f)
    f.seek(0)
    json.load(f)


@row
def re_compiled_methods():
    p = re.compile(r'(?P<k>\w+)\s*=\s*(?P<v>[^;]*);?')
    for m in p.finditer('alpha = 1; beta = two; gamma = 3.5; ' * 20):
        m.groupdict(), m.group('k', 'v'), m.start(), m.span('v'), m[1]


@row
def re_sub_template():
    re.sub(r'(\w+) (\w+)', r'\2 \g<1>', text)


@row
def re_search_fail():
    p = re.compile(r'\d{3}-\d{4}')
    for w in words:
        p.search(w)


@row
def re_log_lines():
    p = re.compile(r'^(\S+) - - \[([^\]]+)\] "(GET|POST) ([^"]*)" (\d{3}) (\d+)$')
    for i in range(100):
        p.match('127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /index.html HTTP/1.0" 200 2326').groups()


@row
def re_alternation_ignorecase():
    re.findall(r'(?i)fox|dog|cat|over', text)


@row
def re_lazy_dotall():
    re.findall(r'(?s)<b>(.*?)</b>', '<b>one\ntwo</b> rest ' * 50)


@row
def re_lookaround():
    re.findall(r'(?<=the )\w+(?= \w)', text)


@row
def struct_iter_unpack():
    for a, b in struct.iter_unpack('<Hi', packed):
        pass
    struct.pack_into('<10i', bytearray(100), 4, *range(10))
    struct.unpack_from('>4q', packed, 8)


packed = bytes(range(240)) * 5


@row
def sorted_keys():
    sorted(words, key=str.lower)
    sorted(words, key=len, reverse=True)
    sorted(records, key=lambda r: (r['name'], -r['id']))
    sorted(records, key=operator.itemgetter('name', 'id'))
    sorted(zip(words, ints))
    sorted(floats)


@row
def deepcopy_objects():
    copy.deepcopy([Job(i) for i in range(50)])
    copy.copy(point), copy.copy(record)


@row
def argparse_parse():
    import argparse
    p = argparse.ArgumentParser()
    p.add_argument('files', nargs='*')
    p.add_argument('-v', '--verbose', action='store_true')
    p.add_argument('-n', type=int, default=3)
    p.parse_args(['-v', 'a', 'b', '-n', '7'])


@row
def logging_calls():
    for _ in range(20):
        log.info('value %d of %s', 3, 'x')
        log.debug('not shown')


import logging
log = logging.getLogger('bench')
log.propagate = False
log.setLevel(logging.INFO)
log.addHandler(logging.StreamHandler(io.StringIO()))
log.handlers[0].setFormatter(logging.Formatter('%(asctime)s %(levelname)s %(message)s'))


@row
def pathlib_paths():
    import pathlib
    for _ in range(20):
        p = pathlib.PurePosixPath('/usr/lib') / 'python' / 'x.tar.gz'
        p.suffix, p.stem, p.parent, p.name, p.parts, str(p), p.with_suffix('.py')


@row
def contextlib_manager():
    import contextlib

    @contextlib.contextmanager
    def m():
        yield 1
    for _ in range(50):
        with m():
            pass
        with contextlib.suppress(KeyError):
            {}[1]


@row
def uuid_hash():
    import uuid
    for i in range(20):
        str(uuid.UUID(int=i)), uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org')


@row
def asyncio_gather():
    async def work(i):
        await asyncio.sleep(0)
        return i

    async def main():
        return await asyncio.gather(*[work(i) for i in range(100)])
    loop.run_until_complete(main())


@row
def asyncio_sleep():
    async def main():
        for _ in range(200):
            await asyncio.sleep(0)
    loop.run_until_complete(main())


@row
def asyncio_queue():
    async def produce(q):
        for i in range(100):
            await q.put(i)

    async def main():
        q = asyncio.Queue(5)
        t = asyncio.create_task(produce(q))
        for i in range(100):
            await q.get()
        await t
    loop.run_until_complete(main())


@row
def asyncio_futures():
    async def main():
        for i in range(100):
            f = loop.create_future()
            loop.call_soon(f.set_result, i)
            await f
    loop.run_until_complete(main())


@row
def asyncio_timeout():
    async def main():
        for i in range(30):
            async with asyncio.timeout(10):
                await asyncio.sleep(0)
        for i in range(30):
            await asyncio.wait_for(asyncio.sleep(0), 10)
    loop.run_until_complete(main())


@row
def asyncio_lock_semaphore():
    async def work(lock, sem, out):
        async with sem:
            async with lock:
                out.append(1)
                await asyncio.sleep(0)

    async def main():
        lock, sem, out = asyncio.Lock(), asyncio.Semaphore(3), []
        async with asyncio.TaskGroup() as g:
            for i in range(30):
                g.create_task(work(lock, sem, out))
    loop.run_until_complete(main())


loop = asyncio.new_event_loop()
timing.main(rows)
