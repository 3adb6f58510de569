import asyncio

a, b = asyncio.DefaultEventLoopPolicy(), asyncio.DefaultEventLoopPolicy()
asyncio.set_event_loop_policy(a)
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(a.get_event_loop() is loop, asyncio.get_event_loop() is loop)
asyncio.set_event_loop_policy(b)
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as exc:
    print(exc)
asyncio.set_event_loop_policy(a)
print(asyncio.get_event_loop() is loop)
for bad in (3, 'loop'):
    for policy in (a, b):
        try:
            policy.set_event_loop(bad)
        except TypeError as exc:
            print(exc)
loop.close()
