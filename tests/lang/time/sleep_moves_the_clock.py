import time

start = time.monotonic()
time.sleep(1.5)
print(time.monotonic() - start)
time.sleep(0.25)
print(time.monotonic() - start, time.perf_counter())
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
