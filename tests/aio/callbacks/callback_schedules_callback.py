import asyncio


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def step(n):
        print('step', n, loop.time())
        if n == 3:
            done.set_result('finished')
        elif n % 2:
            loop.call_soon(step, n + 1)
        else:
            loop.call_later(1, step, n + 1)

    loop.call_soon(step, 0)
    print(await done)


asyncio.run(main())
