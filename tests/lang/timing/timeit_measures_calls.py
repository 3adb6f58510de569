import time
import timeit

calls = []


def work():
    calls.append(1)
    time.sleep(0.5)


print(round(timeit.timeit(work, number=3), 3), len(calls))
print([round(t, 3) for t in timeit.repeat(work, setup=lambda: calls.clear(), repeat=2, number=2)], len(calls))
timer = timeit.Timer(work)
print(round(timer.timeit(1), 3), timer.autorange()[0], timeit.default_timer is time.perf_counter)
try:
    timeit.timeit(5)
except ValueError as error:
    print(error)
