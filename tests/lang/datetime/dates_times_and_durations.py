from datetime import *
import datetime as dtm
d = datetime(2024, 2, 29, 13, 5, 7, 1234); print(d, d.isoformat(), d.isoformat(' ', 'seconds'), d.date(), d.time(), d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.timetuple())
print(d + timedelta(days=1, hours=11), d - timedelta(minutes=5, seconds=7.5), d - datetime(2024,1,1), d > datetime(2024,1,1), d == d.replace(), d.replace(year=2023, day=1))
print(d.strftime('%Y-%m-%d %H:%M:%S.%f %a %A %b %B %j %U %W %w %p %I %y %Z %% %d/%m %X %x %c %e %V %G'), f'{d:%H:%M}', d.ctime())
t = timedelta(days=1, seconds=3661, microseconds=5); print(t, repr(t), t.total_seconds(), t*2, t/2, -t, abs(-t), t//timedelta(hours=1), t%timedelta(hours=1), divmod(t, timedelta(hours=5)), timedelta(weeks=1), timedelta(hours=-1), repr(timedelta(hours=-1)), timedelta(milliseconds=1500), bool(timedelta(0)), timedelta(1) < timedelta(2), t*1.5, t/0.3, timedelta(seconds=0.1+0.2), timedelta(days=0.5), repr(timedelta()))
print(date(2024,1,31), repr(date(2024,1,31)), date(2024,1,31)+timedelta(days=1), date(2024,3,1)-date(2024,2,1), date.fromisoformat('2024-05-06'), date.min, date.max, date(2024,1,1).strftime('%d.%m.%y'))
print(datetime.fromisoformat('2024-05-06T07:08:09.5+02:00'), datetime.fromisoformat('2024-05-06 07:08'), datetime.strptime('2024-05-06 17:08:09', '%Y-%m-%d %H:%M:%S'), datetime.strptime('6 May 24 5PM', '%d %B %y %I%p'), time(1,2,3), repr(time(1,2)), time.fromisoformat('10:20'))
z = datetime(2024,1,1,tzinfo=timezone.utc); print(z, z.astimezone(timezone(timedelta(hours=5, minutes=30))), z.timestamp(), datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1.5, timezone.utc), z.tzname(), timezone(timedelta(hours=-3)), repr(timezone(timedelta(hours=1),'X')), UTC)
for f in (lambda: datetime(2024,13,1), lambda: datetime(2023,2,29), lambda: datetime(2024,1,1,25), lambda: d < z, lambda: date(2024,1,1) < 3, lambda: timedelta(1) + 3, lambda: datetime.strptime('x','%Y'), lambda: datetime.fromisoformat('bad'), lambda: timedelta('a'), lambda: datetime.strptime('2024 x', '%Y'), lambda: timedelta(days=10**10), lambda: d-z, lambda: time(25), lambda: timezone(5), lambda: d == 5, lambda: d.replace(tzinfo=5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(hash(d) == hash(d.replace()), {date(2024,1,1): 1}[date(2024,1,1)], sorted([date(2024,2,1), date(2024,1,1)])[0], datetime.combine(date(2024,1,1), time(5)), timedelta.max, timedelta.resolution, datetime.min, datetime.max, dtm.MINYEAR, isinstance(d, date))
print(datetime(2024,1,1,0,0,0,5).timestamp() - datetime(2024,1,1).timestamp() > 0, z.utcoffset(), d.utcoffset(), z.isoformat(), z.strftime('%z %Z'))
