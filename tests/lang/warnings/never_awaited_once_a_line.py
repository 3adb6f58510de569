async def work(n):
    return n


for n in range(3):
    work(n)
for n in range(2):
    work(n), work(n + 1)
work(4)
print('end')
