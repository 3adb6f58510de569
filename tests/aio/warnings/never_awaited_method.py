import asyncio


class Service:
    async def start(self):
        print('started')


async def main():
    service = Service()
    service.start()
    print('not started')


asyncio.run(main())
