import asyncio


class Topic:
    def __init__(self):
        self.subscribers = []

    def subscribe(self):
        queue = asyncio.Queue()
        self.subscribers.append(queue)
        return queue

    async def publish(self, message):
        for queue in self.subscribers:
            await queue.put(message)


async def reader(name, queue):
    while (message := await queue.get()) != 'stop':
        print(f'{name}: {message}')


async def main():
    topic = Topic()
    readers = [asyncio.create_task(reader(n, topic.subscribe())) for n in ('ann', 'bob')]
    for message in ('hello', 'news', 'stop'):
        await topic.publish(message)
        await asyncio.sleep(1)
    await asyncio.gather(*readers)


asyncio.run(main())
