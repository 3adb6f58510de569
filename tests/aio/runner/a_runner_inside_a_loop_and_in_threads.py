import asyncio
import threading

def other(name):
    async def main():
        print(name, asyncio.current_task().get_name(), threading.current_thread().name)
        await asyncio.sleep(1)
        return name
    with asyncio.Runner(debug=False) as runner:
        return runner.run(main(), context=None)

async def main():
    try:
        asyncio.run(asyncio.sleep(0))
    except RuntimeError as error:
        print(error)
    runner = asyncio.Runner()
    try:
        with runner:
            c = asyncio.sleep(0)
            try:
                runner.run(c)
            except RuntimeError as error:
                print(error)
            c.close()
    except RuntimeError as error:
        print('leaving', error)
    print(await asyncio.gather(asyncio.to_thread(other, 'x'), asyncio.to_thread(other, 'y')))
    loop = asyncio.get_running_loop()
    f = asyncio.new_event_loop().create_future()
    try:
        await f
    except RuntimeError as error:
        print(str(error).split(' got ')[1][:14])
    f.get_loop().close()

asyncio.run(main())
r = asyncio.Runner(loop_factory=asyncio.new_event_loop)
print(r.get_loop().is_running())
r.close()
r.close()
try:
    r.get_loop()
except RuntimeError as error:
    print(error)
