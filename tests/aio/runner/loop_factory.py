import asyncio

made = []

def factory():
    loop = asyncio.new_event_loop()
    made.append(loop)
    return loop

async def main():
    return asyncio.get_running_loop() is made[-1]

with asyncio.Runner(loop_factory=factory) as runner:
    print(runner.run(main()), runner.get_loop() is made[0])
print(asyncio.run(main(), loop_factory=factory), len(made), [loop.is_closed() for loop in made])
print(asyncio.run(asyncio.sleep(1, 'slept'), loop_factory=asyncio.SelectorEventLoop))
print(asyncio.run(asyncio.sleep(1, 'slept'), loop_factory=asyncio.EventLoop))
