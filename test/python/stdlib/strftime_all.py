# All conversions of strftime and strptime, and what is wrong with time tuples.
import time, datetime
ts=[(2024,1,1,0,0,0,0,1,0),(2023,12,31,23,59,59,6,365,0),(2024,2,29,13,5,9,3,60,-1),(1999,7,4,12,0,0,6,185,0),(5,3,4,1,2,3,4,63,0)]
for t in ts:
    for c in 'aAbBcdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%CEO+':
        try: print(c, repr(time.strftime('%'+c, t)), end=' ')
        except Exception as e: print(c, type(e).__name__, e, end=' ')
    print()
d=datetime.datetime(2024,2,29,13,5,9,123456)
print(d.strftime('%Y-%m-%d %H:%M:%S.%f %j %U %W %a %A %b %B %p %I %y %% %G-W%V-%u %c %x %X %-d %e %s %:z'))
print(d.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=5,minutes=30,seconds=15))).strftime('%z %Z %:z'))
for f in ['%-d %-m %-H','%5Y','%_d','%^a','%#Z','%E','%Ey','%Od','%','%Q','a%','%0e','%10d']:
    try: print(f, repr(time.strftime(f, ts[2])))
    except Exception as e: print(f, type(e).__name__, e)
for s,f in [('2024-02-29','%Y-%m-%d'),('29 Feb 24','%d %b %y'),('1:05 PM','%I:%M %p'),('2024 060','%Y %j'),('2024 09 4','%Y %W %w'),('2024 09 4','%Y %U %w'),('2024-W09-4','%G-W%V-%u'),('12:30:45.5','%H:%M:%S.%f'),('+0530','%z'),('UTC','%Z'),('Thu Feb 29 13:05:09 2024','%c'),('100%','100%%'),('x','%Y'),('2024-13-01','%Y-%m-%d'),('2024','%Y-%m'),('2024-01-01 extra','%Y-%m-%d'),('2023-02-29','%Y-%m-%d'),('a','%Q')]:
    try: print(time.strptime(s,f))
    except Exception as e: print(type(e).__name__, e)
    try: print(repr(datetime.datetime.strptime(s,f)))
    except Exception as e: print(type(e).__name__, e)
print(time.asctime(ts[0]), time.asctime(ts[4]))
for bad in [(1,2),(2024,13,1,0,0,0,0,1,0),(2024,1,32,0,0,0,0,1,0),(2024,1,1,24,0,0,0,1,0),(2024,1,1,0,0,62,0,1,0),(2024,1,1,0,0,0,7,1,0),(2024,1,1,0,0,0,0,367,0),'x',None,5]:
    for f in (time.strftime,time.asctime,time.mktime):
        try: print(f('%Y',bad) if f is time.strftime else f(bad))
        except Exception as e: print(f.__name__, type(e).__name__, e)
