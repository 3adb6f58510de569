"""What asyncio has and Coroscope does not run yet: refused by name when it is called."""

_NAMES = ('as_completed', 'shield', 'TaskGroup', 'Semaphore', 'BoundedSemaphore', 'Condition',
          'Barrier', 'to_thread', 'run_coroutine_threadsafe', 'wrap_future', 'open_connection',
          'start_server', 'open_unix_connection', 'start_unix_server', 'create_subprocess_exec',
          'create_subprocess_shell', 'StreamReader', 'StreamWriter', 'eager_task_factory',
          'create_eager_task_factory', 'get_event_loop_policy', 'set_event_loop_policy',
          'DefaultEventLoopPolicy', 'get_child_watcher', 'set_child_watcher')

__all__ = _NAMES


def refuse(name, prefix='asyncio.'):
    def refused(*args, **kwargs):
        raise NotImplementedError(f'Coroscope does not run {prefix}{name}() yet')

    refused.__name__ = refused.__qualname__ = name
    return refused


for _name in _NAMES:
    globals()[_name] = refuse(_name)
