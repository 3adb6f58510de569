import time

print('start')
time.sleep(0.1)
print('a', end='')
time.sleep(0.1)
print('b')
time.sleep(1)
print('end')
