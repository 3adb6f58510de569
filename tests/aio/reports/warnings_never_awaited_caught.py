import asyncio
import warnings


async def nobody():
    pass


async def main():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        nobody()
        nobody()
    for one in caught:
        print(one.category.__name__, one.message, one.lineno)
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        nobody()
    print('end')


asyncio.run(main())
