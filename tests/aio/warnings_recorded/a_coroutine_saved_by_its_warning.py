import asyncio
import warnings


async def work():
    return 'the result'


async def main():
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        work()
    print(len(seen), await seen[0].source)
    print(len(seen))


asyncio.run(main())
