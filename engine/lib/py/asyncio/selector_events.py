"""The part of the loop that watches things outside the program, and connections.

What it watches are files of _world; loop._poll() is the loop's turn of looking at them, and
schedules the handles of those that are ready. Sockets, addresses and hosts are _world's too.
"""

import _world
from functools import partial
from . import base_events, tasks, waits
from .later import refuse
from .server import Server
from .socket_transports import _SelectorSocketTransport

_READ, _WRITE = _world.READ, _world.WRITE
_AF_INET, _SOCK_STREAM, _IPPROTO_TCP = 2, 1, 6


class Socket(_world.Channel):
    """A connection of the loop's own."""

    family, type, proto = _AF_INET, _SOCK_STREAM, _IPPROTO_TCP

    def getsockname(self):
        return self.local or ('0.0.0.0', 0)

    def getpeername(self):
        if self.remote is None:
            raise OSError(107, 'Transport endpoint is not connected')
        return self.remote

    def getsockopt(self, *args):
        return 0

    def setsockopt(self, *args):
        pass


def _number(fd):
    if isinstance(fd, int):
        return fd
    try:
        return int(fd.fileno())
    except (AttributeError, TypeError, ValueError):
        raise ValueError(f'Invalid file object: {fd!r}') from None


def _literal(address):
    """What getaddrinfo() would say about an address of digits; None about a name."""
    host, port = address[:2]
    if port in (None, ''):
        port = 0
    try:
        port = int(port)
    except ValueError:
        return None
    if host is None:
        host = '0.0.0.0'
    if not _world.is_address(host):
        return None
    return _AF_INET, _SOCK_STREAM, _IPPROTO_TCP, '', (host, port)


class BaseSelectorEventLoop(base_events.BaseEventLoop):

    _watching = None  # what is watched; made with the first reader or writer
    _open_transports = None

    # ---- Watching ----------------------------------------------------------------------------

    def _poll(self):
        _world.run_due()
        for seen, events, (reader, writer) in self._watching.take():
            if events & _READ and reader is not None:
                self._add_callback(reader, seen)
            if events & _WRITE and writer is not None:
                self._add_callback(writer, seen)
        return _world.next_time()

    def _watch(self, number, change):
        """change(reader, writer) gives the pair that is watched from now on."""
        if self._watching is None:
            self._watching = _world.Poll()
        events, pair = self._watching.watched.get(number, (0, (None, None)))
        reader, writer = change(*pair)
        if reader is None and writer is None:
            if events:
                self._watching.drop(number)
        else:
            mask = _READ * (reader is not None) | _WRITE * (writer is not None)
            if _world.file(number) is None:
                raise OSError(9, 'Bad file descriptor')
            self._watching.watch(number, mask, (reader, writer))
        self._set_polling(bool(self._watching.watched))
        for old, new in ((pair[0], reader), (pair[1], writer)):
            if old is not None and old is not new:
                old.cancel()
        return pair

    def _check_closed(self):
        if self.is_closed():
            raise RuntimeError('Event loop is closed')

    def _add_reader(self, fd, callback, *args):
        self._check_closed()
        handle = self._new_handle(callback, args)
        self._watch(fd, lambda reader, writer: (handle, writer))
        return handle

    def _add_writer(self, fd, callback, *args):
        self._check_closed()
        handle = self._new_handle(callback, args)
        self._watch(fd, lambda reader, writer: (reader, handle))
        return handle

    def _remove_reader(self, fd):
        if self.is_closed() or self._watching is None:
            return False
        return self._watch(fd, lambda reader, writer: (None, writer))[0] is not None

    def _remove_writer(self, fd):
        if self.is_closed() or self._watching is None:
            return False
        return self._watch(fd, lambda reader, writer: (reader, None))[1] is not None

    def _is_watched(self, number, events):
        watched = self._watching.watched.get(number) if self._watching else None
        return watched is not None and bool(watched[0] & events)

    def _ensure_fd_no_transport(self, fd):
        transport = (self._open_transports or {}).get(_number(fd))
        if transport and not transport.is_closing():
            raise RuntimeError(f'File descriptor {fd!r} is used by transport {transport!r}')

    def add_reader(self, fd, callback, *args):
        self._ensure_fd_no_transport(fd)
        self._add_reader(_number(fd), callback, *args)

    def remove_reader(self, fd):
        self._ensure_fd_no_transport(fd)
        return self._remove_reader(_number(fd))

    def add_writer(self, fd, callback, *args):
        self._ensure_fd_no_transport(fd)
        self._add_writer(_number(fd), callback, *args)

    def remove_writer(self, fd):
        self._ensure_fd_no_transport(fd)
        return self._remove_writer(_number(fd))

    # ---- Addresses ---------------------------------------------------------------------------

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        from socket import getaddrinfo
        answer = self.run_in_executor(None, getaddrinfo, host, port, family, type, proto, flags)
        return await waits.stands_for(answer, waits.REPLY, f'DNS {host}')

    async def _ensure_resolved(self, address, *, family=0, type=_SOCK_STREAM, proto=0, flags=0,
                               loop):
        known = _literal(address)
        if known is not None:
            return [known]
        return await loop.getaddrinfo(*address[:2], family=family, type=type, proto=proto,
                                      flags=flags)

    # ---- Connecting --------------------------------------------------------------------------

    async def sock_connect(self, sock, address):
        resolved = await self._ensure_resolved(address, family=sock.family, type=sock.type,
                                               proto=sock.proto, loop=self)
        fut = waits.stands_for(self.create_future(), waits.CONNECT, waits.place(address))
        self._sock_connect(fut, sock, resolved[0][4])
        try:
            return await fut
        finally:
            fut = None

    def _sock_connect(self, fut, sock, address):
        fd = sock.fileno()
        try:
            sock.connect(address)
        except BlockingIOError:
            handle = self._add_writer(fd, self._sock_connect_cb, fut, sock, address)
            fut.add_done_callback(partial(self._sock_write_done, fd, handle=handle))

    def _sock_write_done(self, fd, fut, handle=None):
        if handle is None or not handle.cancelled():
            self.remove_writer(fd)

    def _sock_connect_cb(self, fut, sock, address):
        if fut.done():
            return
        error = sock.take_error()
        if error:
            fut.set_exception(OSError(error, f'Connect call failed {address}'))
        else:
            fut.set_result(None)
        fut = None

    async def _connect_sock(self, failures, info):
        sock = Socket()
        try:
            await self.sock_connect(sock, info[4])
            return sock
        except OSError as exc:
            failures.append(exc)
            sock.leave()
            raise
        except:
            sock.leave()
            raise

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None,
                                family=0, proto=0, flags=0, sock=None, local_addr=None,
                                server_hostname=None, ssl_handshake_timeout=None,
                                ssl_shutdown_timeout=None, happy_eyeballs_delay=None,
                                interleave=None, all_errors=False):
        if server_hostname is not None and not ssl:
            raise ValueError('server_hostname is only meaningful with ssl')
        _refuse_ssl(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        _refuse_socket(sock)
        if host is None and port is None:
            raise ValueError('host and port was not specified and no sock specified')
        infos = await self._ensure_resolved((host, port), family=family, proto=proto, flags=flags,
                                            loop=self)
        failures, sock = [], None
        for info in infos:
            try:
                sock = await self._connect_sock(failures, info)
                break
            except OSError:
                continue
        if sock is None:
            self._raise_failures(failures, all_errors)
        return await self._create_connection_transport(sock, protocol_factory)

    def _raise_failures(self, failures, all_errors):
        try:
            if all_errors:
                raise ExceptionGroup('create_connection failed', failures)
            if len({str(exc) for exc in failures}) == 1:
                raise failures[0]
            raise OSError('Multiple exceptions: ' + ', '.join(str(exc) for exc in failures))
        finally:
            failures = None

    async def _create_connection_transport(self, sock, protocol_factory):
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = _SelectorSocketTransport(self, sock, protocol, waiter)
        waits.stands_for(waiter, waits.CONNECT, transport._other_end)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    # ---- Serving -----------------------------------------------------------------------------

    async def _create_server_getaddrinfo(self, host, port, family, flags):
        infos = await self._ensure_resolved((host, port), family=family, flags=flags, loop=self)
        if not infos:
            raise OSError(f'getaddrinfo({host!r}) returned empty list')
        return infos

    async def create_server(self, protocol_factory, host=None, port=None, *, family=0, flags=1,
                            sock=None, backlog=100, ssl=None, reuse_address=None, reuse_port=None,
                            keep_alive=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, start_serving=True):
        _refuse_ssl(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        _refuse_socket(sock)
        if host is None and port is None:
            raise ValueError('Neither host/port nor sock were specified')
        several = not isinstance(host, str) and hasattr(host, '__iter__')
        hosts = [None] if host == '' else list(host) if several else [host]
        found = await tasks.gather(*[self._create_server_getaddrinfo(one, port, family, flags)
                                     for one in hosts])
        server = Server(self, self._bind(found), protocol_factory, backlog)
        if start_serving:
            server._start_serving()
            await tasks.sleep(0)  # until its readers are in place
        return server

    def _bind(self, found):
        sockets = []
        for info in dict.fromkeys(info for infos in found for info in infos):
            sock = Socket()
            sockets.append(sock)
            try:
                sock.bind(info[4])
            except OSError as err:
                for sock in sockets:
                    sock.leave()
                raise OSError(err.errno, f'error while attempting to bind on address {info[4]!r}: '
                                         f'{str(err).lower()}') from None
        return sockets

    def _start_serving(self, protocol_factory, sock, server, backlog):
        self._add_reader(sock.fileno(), self._accept_connection, protocol_factory, sock, server,
                         backlog)

    def _accept_connection(self, protocol_factory, sock, server, backlog):
        for _ in range(backlog):
            try:
                conn = sock.accept()
            except BlockingIOError:
                return
            self.create_task(self._accept_connection2(protocol_factory, conn,
                                                      {'peername': conn.remote}, server))

    async def _accept_connection2(self, protocol_factory, conn, extra, server):
        try:
            protocol = protocol_factory()
            waiter = self.create_future()
            transport = _SelectorSocketTransport(self, conn, protocol, waiter, extra, server)
            waits.stands_for(waiter, waits.CONNECT, transport._other_end)
            try:
                await waiter
            except BaseException:
                transport.close()
                waiter = None
                raise
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if self.get_debug():
                self.call_exception_handler({
                    'message': 'Error on transport creation for incoming connection',
                    'exception': exc,
                })

    def _stop_serving(self, sock):
        self._remove_reader(sock.fileno())
        sock.leave()

    for _name in ('sock_recv', 'sock_recv_into', 'sock_recvfrom', 'sock_recvfrom_into',
                  'sock_sendall', 'sock_sendto', 'sock_accept', 'sock_sendfile', 'sendfile',
                  'create_datagram_endpoint',
                  'create_unix_connection', 'create_unix_server', 'connect_accepted_socket',
                  'getnameinfo', 'start_tls'):
        locals()[_name] = refuse(_name, 'loop.')
    del _name


def _refuse_ssl(ssl, *timeouts):
    if ssl:
        raise NotImplementedError('Coroscope has no TLS: its hosts speak in the open; '
                                  'leave ssl out')
    if timeouts[0] is not None:
        raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
    if timeouts[1] is not None:
        raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')


def _refuse_socket(sock):
    if sock is not None:
        raise NotImplementedError('Coroscope has no sockets of its own; give host and port')
