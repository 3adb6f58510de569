from datetime import date, datetime


def attempt(*uses):
    for use in uses:
        try:
            print(use())
        except Exception as error:
            print(f'{type(error).__name__}: {error}')


for year, week, day in [(2024, 1, 1), (2020, 53, 7), (2021, 1, 1), (2015, 53, 4), (1, 1, 1), (2026, 10, 3)]:
    made = date.fromisocalendar(year, week, day)
    print(made, made.isocalendar(), datetime.fromisocalendar(year, week, day))
attempt(lambda: date.fromisocalendar(2021, 53, 1), lambda: date.fromisocalendar(2020, 0, 1),
        lambda: date.fromisocalendar(2020, 5, 8), lambda: date.fromisocalendar(2020, 5, 0),
        lambda: date.fromisocalendar(0, 5, 1), lambda: date.fromisocalendar(10000, 5, 1))
