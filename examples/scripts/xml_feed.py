"""Reads an RSS-like feed with ElementTree and writes HTML."""
import html
import xml.etree.ElementTree as ET
from email.utils import parsedate_to_datetime

FEED = """<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News &amp; more</title>
<item><title>Second</title><dc:creator>Bob</dc:creator><pubDate>Tue, 03 Jan 2023 10:00:00 GMT</pubDate><description><![CDATA[<b>bold</b> move]]></description></item>
<item><title>First &lt;1&gt;</title><dc:creator>Ann</dc:creator><pubDate>Mon, 02 Jan 2023 08:30:00 +0100</pubDate><description>plain</description></item>
</channel></rss>"""
root = ET.fromstring(FEED)
items = [(parsedate_to_datetime(i.findtext('pubDate')), i.findtext('title'), i.findtext('dc:creator', namespaces={'dc': 'http://purl.org/dc/elements/1.1/'}), i.findtext('description')) for i in root.iterfind('channel/item')]
print(root.findtext('channel/title'))
ul = ET.Element('ul', {'class': 'news'})
for when, title, who, text in sorted(items):
    print(when.isoformat(), title, 'by', who, '|', text)
    a = ET.SubElement(ET.SubElement(ul, 'li'), 'a', href=f'/?q={html.escape(title)}')
    a.text = title
    a.tail = f' ({who})'
ET.indent(ul)
print(ET.tostring(ul, encoding='unicode'))
print(html.unescape('&lt;&eacute;&#8364;&gt;'))
try:
    ET.fromstring('<a><b></a>')
except ET.ParseError as e:
    print(e, e.position)
