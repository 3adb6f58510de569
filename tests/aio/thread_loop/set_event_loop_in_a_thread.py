import asyncio
import threading


def work(loop):
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)
    asyncio.set_event_loop(loop)
    print(asyncio.get_event_loop() is loop)
    loop.run_until_complete(inside(loop))
    loop.close()


async def inside(loop):
    print(asyncio.get_running_loop() is loop is asyncio.get_event_loop())


main_loop, other = asyncio.new_event_loop(), asyncio.new_event_loop()
asyncio.set_event_loop(main_loop)
t = threading.Thread(target=work, args=(other,), name='worker')
t.start()
t.join()
print(asyncio.get_event_loop() is main_loop, other.is_closed())
main_loop.close()
