"""URLs, queries, MIME types, base64, HTML parsing."""
import base64
import mimetypes
from html.parser import HTMLParser
from urllib.parse import parse_qs, quote, unquote_plus, urlencode, urljoin, urlsplit

u = urlsplit('https://user:pw@example.org:8443/a/b;p?q=1&q=2&empty=&x=%C3%A9#frag')
print(u.scheme, u.hostname, u.port, u.path, parse_qs(u.query, keep_blank_values=True), u.fragment, u.username)
for rel in ('../c', '/d', '?z', '//other/x', 'e#f', 'mailto:a@b'):
    print(f'{rel:>12} {urljoin("http://h/a/b/c", rel)}')
print(urlencode({'a': [1, 2], 'b': 'x y&z'}, doseq=True), quote('/a b/é?'), unquote_plus('a+b%20c'))
print([mimetypes.guess_type(n)[0] for n in ('a.html', 'b.png', 'c.json', 'd.unknown')])
print(base64.b64encode(b'hello world'), base64.urlsafe_b64encode(bytes([251, 255])), base64.b32encode(b'hi'), base64.b85encode(b'hello'))


class Links(HTMLParser):
    links, text = [], []

    def handle_starttag(self, tag, attrs):
        if tag == 'a':
            self.links.append(dict(attrs).get('href'))

    def handle_data(self, data):
        if data.strip():
            self.text.append(data.strip())


p = Links()
p.feed('<html><body><p>Hi &amp; <a href="/x?a=1&amp;b=2">there</a><br>you <A HREF=y>all</A><!-- c --></p></body></html>')
print(p.links, p.text)
