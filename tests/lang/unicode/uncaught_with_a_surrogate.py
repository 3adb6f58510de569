async def main():
    raise ValueError('bad \udc80 text')


import asyncio
asyncio.run(main(), debug=False)
