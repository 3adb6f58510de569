import asyncio, sys


async def boom():
    sys.exit(4)


async def main():
    try:
        await asyncio.create_task(boom())
    except SystemExit as e:
        print('in main', e.code)
    finally:
        print('finally')
    await asyncio.sleep(1)


try:
    asyncio.run(main())
except SystemExit as e:
    print('out', e.code)


async def kb():
    raise KeyboardInterrupt('k')


async def main2():
    t = asyncio.create_task(kb())
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print('cancelled')
        raise


asyncio.run(main2())
