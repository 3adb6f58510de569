class Count:
    def __init__(self, n):
        self.i, self.n = 0, n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i == self.n:
            raise StopAsyncIteration
        self.i += 1
        return self.i


async def main():
    async for x in Count(3):
        print(x)
    else:
        print('else')
    async for x in Count(5):
        if x == 2:
            break
    else:
        print('never')
    print([y * y async for y in Count(3)], {y async for y in Count(2)}, {y: -y async for y in Count(2) if y > 1})


try:
    main().send(None)
except StopIteration:
    print('end')
