import asyncio

class Counting(asyncio.DefaultEventLoopPolicy):
    made = 0

    def new_event_loop(self):
        type(self).made += 1
        loop = super().new_event_loop()
        print('loop', self.made)
        return loop

async def main():
    return Counting.made

asyncio.set_event_loop_policy(Counting())
print(asyncio.run(main()), asyncio.run(main()))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(main()))
loop.close()
