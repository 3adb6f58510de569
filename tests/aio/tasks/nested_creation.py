import asyncio


async def tree(name, depth):
    print('+', name)
    if depth:
        children = [asyncio.create_task(tree(name + c, depth - 1)) for c in 'lr']
        for child in children:
            await child
    print('-', name)


asyncio.run(tree('t', 2))
