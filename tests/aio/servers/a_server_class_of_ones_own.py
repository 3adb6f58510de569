import asyncio


class Shop(asyncio.AbstractServer):
    def close(self):
        print("closed")

    async def wait_closed(self):
        await asyncio.sleep(1)
        print("all left")


async def main():
    async with Shop() as shop:
        print(isinstance(shop, asyncio.AbstractServer), issubclass(asyncio.Server, asyncio.AbstractServer))
        for call in (shop.is_serving, shop.get_loop):
            try:
                call()
            except NotImplementedError as error:
                print(repr(error), call.__qualname__)
        try:
            await shop.serve_forever()
        except NotImplementedError:
            print("cannot serve")


asyncio.run(main())
