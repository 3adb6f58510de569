import asyncio

class Fixed(asyncio.DefaultEventLoopPolicy):
    def get_event_loop(self):
        print('asked')
        return loop

loop = asyncio.new_event_loop()
asyncio.set_event_loop_policy(Fixed())
print(asyncio.get_event_loop() is loop)

async def main():
    print(asyncio.get_event_loop() is loop, asyncio.get_event_loop_policy().get_event_loop() is loop)

asyncio.get_event_loop().run_until_complete(main())
loop.close()
