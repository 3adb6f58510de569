import asyncio

async def main():
    cond = asyncio.Condition()
    for call in (cond.notify, cond.notify_all, cond.release):
        try:
            call()
        except RuntimeError as exc:
            print(exc)
    for make in (cond.wait, lambda: cond.wait_for(lambda: False)):
        try:
            await make()
        except RuntimeError as exc:
            print(exc)
    print(await cond.wait_for(lambda: 'true at once'))

asyncio.run(main())
