"""Sessions: requests that the lesson's world answers."""

import _http
import asyncio
from asyncio import waits
from collections import deque
from functools import partial
from .client_exceptions import (ClientConnectorDNSError, ClientConnectorError,
                                ConnectionTimeoutError, InvalidUrlClientError,
                                NonHttpUrlClientError, ServerDisconnectedError, TooManyRedirects)
from .client_reqrep import URL, ClientResponse, with_params


class ClientTimeout:
    """How long parts of a request may take; None: for ever."""

    def __init__(self, total=None, connect=None, sock_read=None, sock_connect=None,
                 ceil_threshold=5):
        self.total = total
        self.connect = connect
        self.sock_read = sock_read
        self.sock_connect = sock_connect
        self.ceil_threshold = ceil_threshold

    def __repr__(self):
        return (f'ClientTimeout(total={self.total!r}, connect={self.connect!r}, '
                f'sock_read={self.sock_read!r}, sock_connect={self.sock_connect!r}, '
                f'ceil_threshold={self.ceil_threshold!r})')

    def __eq__(self, other):
        return isinstance(other, ClientTimeout) and vars(self) == vars(other)


DEFAULT_TIMEOUT = ClientTimeout(total=300, sock_connect=30)
_LIMIT = 100


def _timeout_of(given, default):
    if given is None:
        return default
    return given if isinstance(given, ClientTimeout) else ClientTimeout(total=given)


class BaseConnector:
    """Counts connections: beyond the limit a request waits until another is done."""

    def __init__(self, *, limit=_LIMIT, limit_per_host=0, **options):
        self.limit = limit
        self.limit_per_host = limit_per_host
        self.closed = False
        self._used = {}  # host -> requests under way
        self._waiting = deque()

    def _is_free(self, host):
        return ((not self.limit or sum(self._used.values()) < self.limit) and
                (not self.limit_per_host or self._used.get(host, 0) < self.limit_per_host))

    async def acquire(self, host):
        while not self._is_free(host):
            waiter = asyncio.get_running_loop().create_future()
            entry = host, waiter
            self._waiting.append(entry)
            try:
                await waiter
            except BaseException:
                if waiter.done() and not waiter.cancelled():
                    self._wake()  # the turn goes on to the next
                raise
            finally:
                if entry in self._waiting:
                    self._waiting.remove(entry)
        self._used[host] = self._used.get(host, 0) + 1

    def release(self, host):
        self._used[host] -= 1
        self._wake()

    def _wake(self):
        for entry in self._waiting:
            host, waiter = entry
            if self._is_free(host) and not waiter.done():
                self._waiting.remove(entry)
                waiter.set_result(None)
                return

    async def close(self):
        self.closed = True


class TCPConnector(BaseConnector):
    pass


class _ConnectionKey:
    def __init__(self, host, port, ssl):
        self.host, self.port, self.ssl = host, port, ssl

    def __repr__(self):
        return f'ConnectionKey(host={self.host!r}, port={self.port!r}, ssl={self.ssl!r})'


def _failure(word, url):
    """The exception that a word of the table stands for."""
    if not isinstance(word, str):
        return word
    scheme, host, port, _, _ = _http.split(url)
    if word == 'disconnected':
        return ServerDisconnectedError()
    key = _ConnectionKey(host, port, True)
    if word == 'unknown-host':
        from socket import gaierror
        exc = ClientConnectorDNSError(key, gaierror(-2, 'Name or service not known'))
        exc.add_note(f'Coroscope asks the table "http" of the lesson\'s world only, and nothing '
                     f'there is on {host}.')
        return exc
    return ClientConnectorError(key, OSError(111, f"Connect call failed ('{host}', {port})"))


def _arrive(exchange, future, answer):
    """The answer, or the failure, is here."""
    if future.done():
        return
    if answer.error is None:
        exchange.answered(answer.status)
        future.set_result(answer)
    else:
        exchange.answered(0)
        future.set_exception(answer.error)


class _RequestContextManager:
    """What get() and the others give: it can be awaited, or used with `async with`."""

    def __init__(self, coro):
        self._coro = coro
        self._resp = None

    def send(self, value):
        return self._coro.send(value)

    def throw(self, *args):
        return self._coro.throw(*args)

    def close(self):
        return self._coro.close()

    def __await__(self):
        return self._coro.__await__()

    async def __aenter__(self):
        self._resp = await self._coro
        return await self._resp.__aenter__()

    async def __aexit__(self, exc_type, exc, tb):
        await self._resp.__aexit__(exc_type, exc, tb)


class ClientSession:

    def __init__(self, base_url=None, *, connector=None, headers=None, timeout=None,
                 raise_for_status=False, connector_owner=True, **options):
        self._loop = asyncio.get_running_loop()
        self._base_url = None if base_url is None else URL(base_url)
        self._connector = TCPConnector() if connector is None else connector
        self._connector_owner = connector_owner
        self._headers = dict(headers or {})
        self._timeout = _timeout_of(timeout, DEFAULT_TIMEOUT)
        self._raise_for_status = raise_for_status
        self._closed = False

    @property
    def closed(self):
        return self._closed

    @property
    def connector(self):
        return None if self._closed else self._connector

    @property
    def headers(self):
        return self._headers

    @property
    def timeout(self):
        return self._timeout

    def __enter__(self):
        raise TypeError('Use async with instead')

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        await self.close()

    async def close(self):
        if not self._closed:
            self._closed = True
            if self._connector_owner:
                await self._connector.close()

    def __del__(self):
        if getattr(self, '_closed', True):
            return
        import warnings
        warnings.warn(f'Unclosed client session {self!r}', ResourceWarning)
        self._loop.call_exception_handler({'client_session': self,
                                           'message': 'Unclosed client session'})

    # ---- Requests ----------------------------------------------------------------------------

    def request(self, method, url, **kwargs):
        return _RequestContextManager(self._request(method, url, **kwargs))

    def get(self, url, *, allow_redirects=True, **kwargs):
        return self.request('GET', url, allow_redirects=allow_redirects, **kwargs)

    def options(self, url, *, allow_redirects=True, **kwargs):
        return self.request('OPTIONS', url, allow_redirects=allow_redirects, **kwargs)

    def head(self, url, *, allow_redirects=False, **kwargs):
        return self.request('HEAD', url, allow_redirects=allow_redirects, **kwargs)

    def post(self, url, *, data=None, **kwargs):
        return self.request('POST', url, data=data, **kwargs)

    def put(self, url, *, data=None, **kwargs):
        return self.request('PUT', url, data=data, **kwargs)

    def patch(self, url, *, data=None, **kwargs):
        return self.request('PATCH', url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)

    def ws_connect(self, url, **kwargs):
        raise NotImplementedError('Coroscope has no web sockets; use a host of the lesson\'s '
                                  'world and asyncio.open_connection()')

    def _address(self, url, params):
        text = str(url)
        if self._base_url is not None and '://' not in text:
            text = str(self._base_url.join(text))
        scheme, host = _http.split(text)[:2]
        if not scheme:
            raise InvalidUrlClientError(text)
        if scheme not in ('http', 'https'):
            raise NonHttpUrlClientError(text)
        if not host:
            raise InvalidUrlClientError(text)
        return with_params(text, params)

    async def _request(self, method, url, *, params=None, data=None, json=None, headers=None,
                       allow_redirects=True, max_redirects=10, timeout=None,
                       raise_for_status=None, **options):
        if self._closed:
            raise RuntimeError('Session is closed')
        if data is not None and json is not None:
            raise ValueError('data and json parameters can not be used at the same time')
        timeout = _timeout_of(timeout, self._timeout)
        sent = {**self._headers, **(headers or {})}
        url = self._address(url, params)
        history = []
        async with asyncio.timeout(timeout.total):
            while True:
                response = await self._exchange(method, url, sent, history, timeout)
                target = response.headers.get('Location')
                if not (allow_redirects and target and response.status // 100 == 3):
                    break
                response.release()
                history.append(response)
                if len(history) >= max_redirects:
                    raise TooManyRedirects(history[0].request_info, tuple(history))
                if response.status == 303 or response.status < 303 and method == 'POST':
                    method = 'GET'
                url = str(response.url.join(target))
        check = self._raise_for_status if raise_for_status is None else raise_for_status
        if check:
            response.raise_for_status()
        return response

    async def _exchange(self, method, url, headers, history, timeout):
        """One request: a turn on the connector, then the wait for the answer."""
        host = _http.split(url)[1]
        async with asyncio.timeout(timeout.connect):
            await self._connector.acquire(host)
        try:
            answer = await self._ask(method, url, timeout)
        except BaseException:
            self._connector.release(host)
            raise
        return ClientResponse(method, url, answer, headers, history,
                              partial(self._connector.release, host))

    async def _ask(self, method, url, timeout):
        answer = _http.find(method, url)
        exchange = _http.Exchange()
        exchange.asked()
        future = waits.stands_for(self._loop.create_future(), waits.REPLY, f'{method} {url}')
        if answer.error == 'timeout':
            return await self._wait_in_vain(future, url, timeout)
        if answer.error is not None:
            answer.error = _failure(answer.error, url)
        if answer.after > 0:
            timer = self._loop.call_later(answer.after, _arrive, exchange, future, answer)
        else:
            timer = self._loop.call_soon(_arrive, exchange, future, answer)
        try:
            return await future
        finally:
            timer.cancel()

    async def _wait_in_vain(self, future, url, timeout):
        try:
            async with asyncio.timeout(timeout.sock_connect):
                await future
        except TimeoutError as exc:
            raise ConnectionTimeoutError(f'Connection timeout to host {url}') from exc


class _SessionRequest(_RequestContextManager):
    """aiohttp.request(): a session for one request."""

    def __init__(self, coro, session):
        super().__init__(coro)
        self._session = session

    async def __aenter__(self):
        try:
            return await super().__aenter__()
        except BaseException:
            await self._session.close()
            raise

    async def __aexit__(self, exc_type, exc, tb):
        await super().__aexit__(exc_type, exc, tb)
        await self._session.close()


def request(method, url, **kwargs):
    session = ClientSession()
    return _SessionRequest(session._request(method, url, **kwargs), session)
