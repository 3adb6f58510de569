import asyncio

tasks = {}


async def waits_for(name):
    await tasks[name]


async def main():
    tasks['a'] = asyncio.create_task(waits_for('b'))
    tasks['b'] = asyncio.create_task(waits_for('a'))
    await tasks['a']


asyncio.run(main())
