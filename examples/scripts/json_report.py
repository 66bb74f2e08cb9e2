"""Reads nested JSON, aggregates, writes JSON again."""
import json
from collections import Counter
from datetime import datetime, timezone

TEXT = """{"orders": [{"id": 1, "when": "2023-05-01T10:00:00+00:00", "items": [{"sku": "A", "qty": 2}, {"sku": "B", "qty": 1}]},
 {"id": 2, "when": "2023-05-02T23:30:00+02:00", "items": []}], "currency": "\\u20ac", "rate": 1.0837, "big": 12345678901234567890}"""
doc = json.loads(TEXT)
count = Counter()
for order in doc['orders']:
    for item in order['items']:
        count[item['sku']] += item['qty']
    order['when'] = datetime.fromisoformat(order['when']).astimezone(timezone.utc)


class Encoder(json.JSONEncoder):
    def default(self, o):
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


print(json.dumps({'count': count, 'orders': doc['orders'], 'big': doc['big'] + 1}, cls=Encoder, indent=2, sort_keys=True))
print(json.dumps(doc['currency']), json.dumps(doc['currency'], ensure_ascii=False), json.dumps([1.5, None, True]))
for bad in ('{"a": 1,}', '[1, 2', '{"a" 1}', '"\t"'):
    try:
        json.loads(bad)
    except json.JSONDecodeError as e:
        print(f'{bad!r}: {e}')
