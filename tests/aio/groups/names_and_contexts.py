import asyncio
import contextvars

who = contextvars.ContextVar('who', default='nobody')

async def child():
    print(asyncio.current_task().get_name(), who.get())

async def main():
    who.set('main')
    other = contextvars.Context()
    other.run(who.set, 'other')
    async with asyncio.TaskGroup() as group:
        group.create_task(child(), name='first')
        group.create_task(child(), context=other)
        group.create_task(child(), name='third', context=contextvars.Context())
        who.set('changed too late')

asyncio.run(main())
