"""A crawler of an imaginary site: worker threads, a shared queue, a lock, retries, a rate limit, and a report."""
import collections
import concurrent.futures
import html.parser
import queue
import threading
import time
import urllib.parse

SITE = {
    '/': '<title>Home</title><a href="/about">a</a><a href="/blog/">b</a><a href="http://other.example/">o</a>',
    '/about': '<title>About us</title><a href="/">home</a><a href="team#lead">team</a>',
    '/team': '<title>The team</title><a href="mailto:x@example.org">m</a><a href="/missing">?</a>',
    '/blog/': '<title>Blog</title><a href="1.html">1</a><a href="2.html">2</a><a href="../about">up</a>',
    '/blog/1.html': '<title>First</title><p>words &amp; more words',
    '/blog/2.html': '<title>Second</title><a href="/flaky">f</a>',
    '/flaky': '<title>Flaky</title>',
}


class NotFound(Exception):
    pass


class Flaky(Exception):
    pass


class Server:
    def __init__(self):
        self.hits = collections.Counter()
        self.lock = threading.Lock()
        self.open = threading.BoundedSemaphore(3)
        self.busiest = self.now = 0

    def get(self, path):
        with self.open:
            with self.lock:
                self.hits[path] += 1
                self.now += 1
                self.busiest = max(self.busiest, self.now)
                count = self.hits[path]
            time.sleep(0.001)
            with self.lock:
                self.now -= 1
        if path == '/flaky' and count < 3:
            raise Flaky('try again')
        if path not in SITE:
            raise NotFound(path)
        return SITE[path]


class Page(html.parser.HTMLParser):
    def __init__(self, url, text):
        super().__init__()
        self.url, self.links, self.title, self.words, self.inside = url, [], '', 0, None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.inside = tag
        href = dict(attrs).get('href')
        if tag == 'a' and href:
            self.links.append(urllib.parse.urldefrag(urllib.parse.urljoin(self.url, href)).url)

    def handle_data(self, data):
        if self.inside == 'title':
            self.title += data
            self.inside = None
        else:
            self.words += len(data.split())


class Crawler:
    def __init__(self, server, root, workers=4):
        self.server, self.root = server, root
        self.todo = queue.Queue()
        self.seen = {root}
        self.lock = threading.Lock()
        self.pages, self.errors = {}, {}
        self.todo.put((root, 1))
        self.threads = [threading.Thread(target=self.work, name=f'worker-{i}', daemon=True) for i in range(workers)]

    def run(self):
        for t in self.threads:
            t.start()
        self.todo.join()
        for _ in self.threads:
            self.todo.put((None, 0))
        for t in self.threads:
            t.join()

    def work(self):
        while True:
            url, attempt = self.todo.get()
            try:
                if url is None:
                    return
                self.visit(url, attempt)
            finally:
                self.todo.task_done()

    def visit(self, url, attempt):
        try:
            page = Page(url, self.server.get(urllib.parse.urlsplit(url).path))
        except Flaky as e:
            if attempt < 4:
                self.todo.put((url, attempt + 1))
                return
            self.errors[url] = repr(e)
        except NotFound as e:
            self.errors[url] = repr(e)
        else:
            with self.lock:
                self.pages[url] = page
                for link in page.links:
                    parts = urllib.parse.urlsplit(link)
                    if parts.scheme in ('http', 'https') and parts.netloc == urllib.parse.urlsplit(self.root).netloc and link not in self.seen:
                        self.seen.add(link)
                        self.todo.put((link, 1))


server = Server()
crawler = Crawler(server, 'http://site.example/')
crawler.run()
for url, page in sorted(crawler.pages.items()):
    print(f'{url:<34} {page.title:<10} links {len(page.links)}, words {page.words}')
for url, error in sorted(crawler.errors.items()):
    print(f'{url:<34} {error}')
print('hits', dict(sorted(server.hits.items())))
print('at most 3 at once:', server.busiest <= 3, '| threads left:', threading.active_count())

with concurrent.futures.ThreadPoolExecutor(max_workers=3) as pool:
    futures = {pool.submit(server.get, path): path for path in ['/', '/about', '/nowhere']}
    done, pending = concurrent.futures.wait(futures)
    for f in sorted(done, key=futures.get):
        print(futures[f], 'failed' if f.exception() else f'{len(f.result())} characters')
    print('pending', len(pending), '| sizes', list(pool.map(len, SITE.values())))
