from datetime import date, datetime

for attempt in (lambda: date('2024-01-01'), lambda: date(2024), lambda: date(2024, '1'), lambda: date(2024.5), lambda: date(),
                lambda: datetime('2024-01-01'), lambda: datetime(2024, 1), lambda: datetime(2024, None), lambda: date(2024, 1, '5'),
                lambda: date(month=1, day=2)):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
