"""The loop's pipes and subprocesses."""

import _world
from . import base_subprocess, selector_events, unix_pipes, waits

_PIPE = base_subprocess.PIPE
_FIXED = {'universal_newlines': False, 'bufsize': 0, 'text': False, 'encoding': None,
          'errors': None}


def _check_options(options, shell):
    if options.pop('shell', shell) != shell:
        raise ValueError(f'shell must be {shell}')
    for name, value in _FIXED.items():
        given = options.pop(name, value)
        if given != value and not (name == 'text' and given is None):
            raise ValueError(f'{name} must be {value}')
    for name in options:
        if name not in ('cwd', 'env', 'start_new_session', 'close_fds', 'preexec_fn', 'limit'):
            raise TypeError(f"Popen.__init__() got an unexpected keyword argument '{name}'")


class LoopWithPipes(selector_events.BaseSelectorEventLoop):

    async def connect_read_pipe(self, protocol_factory, pipe):
        return await self._connect_pipe(unix_pipes._UnixReadPipeTransport, protocol_factory(),
                                        pipe)

    async def connect_write_pipe(self, protocol_factory, pipe):
        return await self._connect_pipe(unix_pipes._UnixWritePipeTransport, protocol_factory(),
                                        pipe)

    async def _connect_pipe(self, kind, protocol, pipe):
        waiter = self.create_future()
        transport = kind(self, pipe, protocol, waiter)
        waits.stands_for(waiter, waits.CONNECT, transport._other_end)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    async def subprocess_shell(self, protocol_factory, cmd, *, stdin=_PIPE, stdout=_PIPE,
                               stderr=_PIPE, **kwargs):
        if not isinstance(cmd, (bytes, str)):
            raise ValueError('cmd must be a string')
        _check_options(kwargs, True)
        protocol = protocol_factory()
        transport = await self._make_subprocess_transport(protocol, cmd, True,
                                                          (stdin, stdout, stderr))
        return transport, protocol

    async def subprocess_exec(self, protocol_factory, program, *args, stdin=_PIPE, stdout=_PIPE,
                              stderr=_PIPE, **kwargs):
        _check_options(kwargs, False)
        protocol = protocol_factory()
        transport = await self._make_subprocess_transport(protocol, (program, *args), False,
                                                          (stdin, stdout, stderr))
        return transport, protocol

    async def _make_subprocess_transport(self, protocol, args, shell, streams):
        waiter = self.create_future()
        transport = base_subprocess._UnixSubprocessTransport(self, protocol, args, shell, *streams,
                                                             0, waiter)
        waits.stands_for(waiter, waits.CONNECT, transport._other_end)
        PidfdChildWatcher()._watch_child(self, transport)
        try:
            await waiter
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:
            transport.close()
            await transport._wait()
            raise
        return transport

    def _child_watcher_callback(self, pid, returncode, transport):
        self.call_soon_threadsafe(transport._process_exited, returncode)


class PidfdChildWatcher:
    """Looks after one process: its file can be read when it ended."""

    def _watch_child(self, loop, transport):
        child = transport._proc.child
        loop._add_reader(child.fileno(), self._do_wait, loop, child, transport)

    def _do_wait(self, loop, child, transport):
        loop._remove_reader(child.fileno())
        child.forget()
        loop._child_watcher_callback(child.pid, child.returncode, transport)
