from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.audio import MIMEAudio
from email.mime.message import MIMEMessage
from email.mime.base import MIMEBase
from email import encoders, message_from_string
import email.mime
m = MIMEMultipart('mixed', boundary='=====', preamble='pre')
m['Subject'] = 'Report'
m['From'] = 'a@example.com'
m['To'] = 'b@example.com'
m.attach(MIMEText('plain text', 'plain'))
m.attach(MIMEText('<p>caf\u00e9</p>', 'html', 'utf-8'))
a = MIMEApplication(b'\x00\x01\x02data', Name='x.bin')
a.add_header('Content-Disposition', 'attachment', filename='x.bin')
m.attach(a)
m.attach(MIMEImage(b'\x89PNG\r\n\x1a\n....'))
b = MIMEBase('application', 'zip'); b.set_payload(b'PK\x03\x04'); encoders.encode_base64(b); m.attach(b)
inner = MIMEText('inner'); inner['Subject'] = 'in'
m.attach(MIMEMessage(inner))
text = m.as_string()
print(text)
back = message_from_string(text)
print(back.is_multipart(), [p.get_content_type() for p in back.walk()], back.get_payload()[2].get_filename())
for f in (lambda: MIMEImage(b'zzz'), lambda: MIMEAudio(b'zzz'), lambda: MIMEText('a').attach(m), lambda: MIMEMessage('x')):
    try: f()
    except Exception as e: print(type(e).__module__, type(e).__name__, e)
