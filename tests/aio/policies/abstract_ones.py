import asyncio

policy = asyncio.AbstractEventLoopPolicy()
for name in ('get_event_loop', 'new_event_loop', 'get_child_watcher'):
    try:
        getattr(policy, name)()
    except NotImplementedError as exc:
        print(name, repr(exc))
for name in ('set_event_loop', 'set_child_watcher'):
    try:
        getattr(policy, name)(None)
    except NotImplementedError as exc:
        print(name, repr(exc))
for bad in (3, asyncio.DefaultEventLoopPolicy, 'policy'):
    try:
        asyncio.set_event_loop_policy(bad)
    except TypeError as exc:
        print(exc)
asyncio.set_event_loop_policy(policy)
try:
    asyncio.new_event_loop()
except NotImplementedError as exc:
    print('new', repr(exc))
try:
    asyncio.get_event_loop()
except NotImplementedError as exc:
    print('get', repr(exc))
