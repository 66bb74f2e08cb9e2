import time
print(time.strptime('2020-01-02','%Y-%m-%d'))
print(time.strptime('30 Nov 00', '%d %b %y').tm_yday, time._STRUCT_TM_ITEMS)
print(time.strftime('%Y', time.strptime('Fri Nov 27 03:34:40 2026')))
try:
    time.strptime('x', '%Y')
except ValueError as e:
    print(e)
