import time

time.sleep(0.123456789)
print(time.monotonic_ns(), time.perf_counter_ns(), time.time_ns(), time.monotonic())
