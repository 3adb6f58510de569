import asyncio
import sys


async def main():
    print('inside', sys.get_coroutine_origin_tracking_depth())


asyncio.run(main())
asyncio.run(main(), debug=True)
print('outside', sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(3)
asyncio.run(main(), debug=True)
print('outside', sys.get_coroutine_origin_tracking_depth())
