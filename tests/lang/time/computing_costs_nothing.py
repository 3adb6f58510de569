import time

start = time.perf_counter()
total = sum(range(1000))
print(total, time.perf_counter() - start, time.process_time())
