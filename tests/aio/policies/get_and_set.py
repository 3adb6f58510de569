import asyncio

print(asyncio.get_event_loop_policy())
policy = asyncio.DefaultEventLoopPolicy()
asyncio.set_event_loop_policy(policy)
print(asyncio.get_event_loop_policy() is policy)

async def main():
    print(asyncio.get_running_loop())
    print(policy.get_event_loop() is asyncio.get_running_loop())

asyncio.run(main())
try:
    policy.get_event_loop()
except RuntimeError as exc:
    print(exc)
asyncio.set_event_loop_policy(None)
print(asyncio.get_event_loop_policy() is policy, type(asyncio.get_event_loop_policy()).__name__)
