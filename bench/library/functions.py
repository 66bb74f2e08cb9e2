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
