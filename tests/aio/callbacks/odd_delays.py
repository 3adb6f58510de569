import asyncio


def say(*a):
    print(asyncio.get_running_loop().time(), *a)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, say, 'a')
    loop.call_later(0.1, say, 'b')
    loop.call_at(0.1, say, 'c')
    loop.call_at(0.3, say, 'd')
    loop.call_later(0.1 + 0.2, say, 'e')
    loop.call_at(-5, say, 'past')
    loop.call_later(-1, say, 'neg')
    loop.call_later(0, say, 'zero')
    loop.call_soon(say, 'soon')
    h = loop.call_later(0.2, say, 'never')
    h.cancel()
    print(h, h.cancelled(), h.when())
    h2 = loop.call_later(1e-10, say, 'tiny')
    h3 = loop.call_later(True, say, 'true')
    print(h2.when(), h3.when())
    await asyncio.sleep(0.5)
    await asyncio.sleep(1e-09)
    say('nano')
    await asyncio.sleep(1e-10)
    say('pico')
    await asyncio.sleep(0.1)
    await asyncio.sleep(0.2)
    say('f')
    try:
        await asyncio.sleep(float('nan'))
    except ValueError as e:
        print(e)
    try:
        await asyncio.sleep('1')
    except TypeError as e:
        print(e)
    try:
        await asyncio.sleep()
    except TypeError as e:
        print(e)
    print(await asyncio.sleep(0, 'z'), await asyncio.sleep(-3, 'n'), await asyncio.sleep(False, result=4))
    t = asyncio.create_task(asyncio.sleep(float('inf')))
    await asyncio.sleep(1)
    t.cancel()
    say('end')

    def again(n):
        say('again', n)
        if n:
            loop.call_soon(again, n - 1)
    again(3)
    loop.call_soon(loop.stop) if False else None

    def cancels(h):
        h.cancel()
        say('cancelled it')
    x = loop.call_soon(say, 'never')
    loop.call_soon(cancels, x)
    y = loop.call_soon(say, 'yes')
    a = loop.call_soon(lambda: b.cancel())
    b = loop.call_soon(say, 'never b')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(a, b, x)


asyncio.run(main())
