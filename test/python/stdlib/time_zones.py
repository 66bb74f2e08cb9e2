# Local time under TZ: names, rules, files of the zone database.
import time, os, datetime, calendar
for tz in ['UTC0','EST5EDT','Europe/Berlin','Asia/Kolkata','America/New_York','<+03>-3','CET-1CEST,M3.5.0,M10.5.0/3','AEST-10AEDT,M10.1.0,M4.1.0/3','Nowhere/Bad','']:
    os.environ['TZ']=tz; time.tzset()
    print(tz, time.tzname, time.timezone, time.altzone, time.daylight)
    for t in [0, 1700000000, 1720000000, 946684800, -86400*365]:
        lt=time.localtime(t)
        print(tuple(lt), lt.tm_zone, lt.tm_gmtoff, time.mktime(lt), time.strftime('%Z %z %c %x %X', lt), time.ctime(t))
    d=datetime.datetime.fromtimestamp(1720000000)
    print(d, d.timestamp(), d.astimezone(), d.astimezone().tzname(), datetime.datetime(2024,7,1,12).astimezone(datetime.timezone.utc))
    print(datetime.datetime(2024,1,1).timestamp())
del os.environ['TZ']; time.tzset(); print(time.tzname)
