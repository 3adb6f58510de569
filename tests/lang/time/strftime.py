import time

print(time.strftime('%Y-%m-%d %H:%M:%S'))
time.sleep(61)
print(time.strftime('%X'), time.strftime('%H:%M:%S', time.localtime()))
print(time.ctime())
