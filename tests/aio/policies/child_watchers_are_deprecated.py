import asyncio

policy = asyncio.get_event_loop_policy()
watcher = policy.get_child_watcher()
print(type(watcher).__name__, watcher.is_active())
policy.set_child_watcher(None)
print(asyncio.SafeChildWatcher().is_active())
print(asyncio.MultiLoopChildWatcher().is_active(), asyncio.FastChildWatcher().is_active())
print(asyncio.ThreadedChildWatcher().is_active(), asyncio.PidfdChildWatcher().is_active())
