import asyncio

policy = asyncio.get_event_loop_policy()
loop = policy.get_event_loop()
print(loop is policy.get_event_loop(), loop is asyncio.get_event_loop())
print(loop.run_until_complete(asyncio.sleep(1, 'slept')))
loop.close()
