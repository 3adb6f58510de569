"""Matches in coroutines: a replacement function sees the task that runs."""
import asyncio
import re

WORD = re.compile(r'\w+')

async def count(name, text):
    total = 0
    for m in WORD.finditer(text):
        total += 1
        print(name, m.group())
        await asyncio.sleep(0)
    return total

async def main():
    print(await asyncio.gather(count('a', 'one two three'), count('b', 'uno dos')))
    print(re.sub('x', lambda m: asyncio.current_task().get_name(), 'x runs'))

asyncio.run(main())
