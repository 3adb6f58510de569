import asyncio
import sys


async def leaves():
    sys.exit('bye')


async def main():
    try:
        await asyncio.create_task(leaves())
    except SystemExit as error:
        print('seen', error.code)
        raise


try:
    asyncio.run(main())
except SystemExit as error:
    print('outside', error.code)
