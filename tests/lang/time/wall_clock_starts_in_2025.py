import time

print(time.time())
time.sleep(0.5)
print(time.time(), f'{time.time():.2f}')
