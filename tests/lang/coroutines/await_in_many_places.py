async def v(x):
    return x


async def main():
    print([await v(i) for i in range(3)], await v(1) + await v(2), f'{await v("f")}')
    print({await v('k'): await v('w')}, (await v(5)) if await v(True) else 0, max(await v(3), await v(9)))
    return [x async for x in agen() if await v(x) > 1]


async def agen():
    for i in range(4):
        yield i


try:
    main().send(None)
except StopIteration as stop:
    print(stop.value)
