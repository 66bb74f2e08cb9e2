"""Sales report from CSV: totals by region and product."""
import csv
import io
from collections import defaultdict
from statistics import mean

DATA = '''date,region,product,units,price
2024-01-03,north,"widget, small",10,2.50
2024-01-04,south,gadget,3,19.99
2024-01-05,north,gadget,7,19.99
2024-02-02,south,"widget, ""pro""",4,9.00
'''
totals = defaultdict(float)
prices = defaultdict(list)
for row in csv.DictReader(io.StringIO(DATA)):
    totals[row['region']] += int(row['units']) * float(row['price'])
    prices[row['product']].append(float(row['price']))
out = io.StringIO()
w = csv.writer(out)
w.writerow(['region', 'total'])
w.writerows([r, f'{t:.2f}'] for r, t in sorted(totals.items(), key=lambda p: -p[1]))
print(out.getvalue(), end='')
for product, p in sorted(prices.items()):
    print(f'{product:<16} {len(p)} sales, mean price {mean(p):8.3f}')
w = csv.DictWriter(out := io.StringIO(), fieldnames=['a', 'b'], delimiter=';', lineterminator='\n')
w.writeheader()
w.writerow({'a': 'x;y', 'b': None})
print(out.getvalue(), end='')
