import asyncio


def fail(error):
    raise error


async def main():
    for error in (ValueError('bad'), KeyError('key'), StopIteration(1), SystemExit(3)):
        try:
            await asyncio.to_thread(fail, error)
        except (Exception, SystemExit) as got:
            print(repr(got), got is error)
    results = await asyncio.gather(asyncio.to_thread(fail, OSError(2, 'gone')),
                                   asyncio.to_thread(len, 'four'), return_exceptions=True)
    print(results)
    await asyncio.to_thread(fail, ZeroDivisionError('last'))


asyncio.run(main())
