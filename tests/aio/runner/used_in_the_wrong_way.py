import asyncio

async def work():
    return 1

runner = asyncio.Runner()
runner.close()
print(runner.run(work()))
with runner:
    for bad in (work, 3, asyncio.new_event_loop().create_future()):
        try:
            runner.run(bad)
        except ValueError as exc:
            print(str(exc)[:40])
runner.close()
for use in (runner.get_loop, runner.__enter__):
    try:
        use()
    except RuntimeError as exc:
        print(exc)
coro = work()
try:
    runner.run(coro)
except RuntimeError as exc:
    print(exc)
coro.close()
