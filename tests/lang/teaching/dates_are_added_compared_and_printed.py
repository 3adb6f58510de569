from datetime import datetime, date, time, timedelta, timezone
d = datetime(2024, 2, 29, 13, 5, 9, 123456)
print(d, repr(d), d.date(), d.time(), d.isoformat(), d.isoformat(" ", "minutes"), d.ctime(), d.weekday(), d.isoweekday(), d.isocalendar(), d.timetuple()[:6], d.toordinal())
print(d + timedelta(days=1, hours=-2), d - datetime(2023, 1, 1), (d - datetime(2023, 1, 1)).days, d.replace(year=2028), d > datetime(2020, 1, 1))
for f in ("%Y-%m-%d", "%d/%m/%y %H:%M:%S.%f", "%A %B %j %U %W %w %a %b", "%I:%M %p", "%c|%x|%X", "%%", "%G-W%V-%u", "%-d", "%y%z%Z", "%e", "%s" if False else "%D", "%T", "%h", "%C"):
    print(f, "->", d.strftime(f))
print(f"{d:%H:%M}", f"{d.date()!s:>15}|", format(d, ""), f"{time(5, 6):%M}")
td = timedelta(days=-1, seconds=3601, microseconds=5)
print(td, repr(td), td.total_seconds(), abs(td), -td, td * 3, td / 2, td // timedelta(hours=1), td % timedelta(hours=1), divmod(td, timedelta(hours=5)), timedelta(weeks=1, minutes=1.5), timedelta(0), bool(timedelta(0)), timedelta.max, timedelta(milliseconds=1), str(timedelta(days=2, hours=3)))
tz = timezone(timedelta(hours=5, minutes=30), "IST"); u = datetime(2024, 1, 1, tzinfo=timezone.utc)
print(u, u.astimezone(tz), u.astimezone(tz).tzname(), u == u.astimezone(tz), u.timestamp(), tz, repr(tz), timezone(timedelta(hours=-3)), u.utcoffset(), u.isoformat())
print(datetime.fromtimestamp(0, timezone.utc), datetime.fromisoformat("2024-01-02T03:04:05+02:00"), date.fromisoformat("2024-W05-3"), datetime.fromisoformat("20240102T0304"), time.fromisoformat("04:05:06.5"), date.fromordinal(730000), datetime.combine(date(2020, 1, 1), time(3)), date(2024, 1, 31) - date(2023, 12, 31), date.min, datetime.max)
for bad in (lambda: date(2023, 2, 29), lambda: datetime(2024, 13, 1), lambda: time(25), lambda: datetime(2024, 1, 1) - u, lambda: datetime(2024, 1, 1) < u, lambda: date.fromisoformat("2024-1-1"), lambda: datetime.strptime("x", "%Y"), lambda: timedelta(days=10**10), lambda: date(2024, 1, 1) + 5, lambda: datetime.now() + datetime.now(), lambda: date("2024", 1, 1), lambda: timezone(timedelta(hours=25)), lambda: date.max + timedelta(1), lambda: datetime.fromisoformat("nope"), lambda: date(2024), lambda: timedelta(1) < 5, lambda: time(1) - time(2), lambda: td / 0, lambda: datetime(1, 1, 1).replace(month=0)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(datetime.strptime("2 Jan 2024 3:04PM", "%d %b %Y %I:%M%p"), sorted([date(2024, 5, 1), date(2023, 1, 1)]), {date(2024, 1, 1): 1}, max(time(1), time(2)), date(2024, 1, 1).strftime("%d.%m."), hash(date(2020, 1, 1)) == hash(date(2020, 1, 1)))
age = lambda born, today: today.year - born.year - ((today.month, today.day) < (born.month, born.day))
print(age(date(2000, 3, 1), date(2024, 2, 29)), d.replace(hour=0, minute=0, second=0, microsecond=0), d.timetz(), d.utctimetuple().tm_hour, d.dst(), (d + timedelta(days=32)).replace(day=1) - timedelta(days=1))
