"""Coroscope's simulation of aioresponses: answers that stand in front of the lesson's world."""

import _http
import json
from aiohttp import ClientConnectionError
from aiohttp.client_reqrep import URL, with_params
from functools import wraps
from inspect import iscoroutinefunction


class CallbackResult:
    def __init__(self, method='GET', status=200, body='', payload=None, headers=None,
                 content_type='application/json', reason=None, **options):
        self.status, self.body, self.payload = status, body, payload
        self.headers, self.content_type = headers, content_type


class RequestCall:
    def __init__(self, args, kwargs):
        self.args, self.kwargs = args, kwargs

    def __repr__(self):
        return f'RequestCall(args={self.args!r}, kwargs={self.kwargs!r})'


class _Mocked:
    """An answer that was prepared."""

    def __init__(self, method, url, status, body, payload, exception, headers, content_type,
                 repeat, timeout):
        self.method = method
        self.url = url
        self.repeat = repeat
        if timeout:
            exception = TimeoutError('Connection timeout test')
        self._status = status
        self._body = json.dumps(payload) if payload is not None else body
        self._exception = exception
        self._headers = {'Content-Type': content_type, **(headers or {})}

    def matches(self, method, url):
        if self.method != method:
            return False
        if hasattr(self.url, 'match'):
            return bool(self.url.match(url))
        return str(self.url).rstrip('/') == url.rstrip('/')

    def answer(self):
        body = self._body if isinstance(self._body, bytes) else self._body.encode()
        return _http.Answer(self._status, body, self._headers, 0, self._exception)


class aioresponses:

    def __init__(self, passthrough=(), **options):
        self._passthrough = tuple(passthrough)
        self._prepared = []
        self.requests = {}

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.stop()

    def start(self):
        self._prepared.clear()
        self.requests.clear()
        _http.mocks.append(self)

    def stop(self):
        if self in _http.mocks:
            _http.mocks.remove(self)

    def clear(self):
        self._prepared.clear()

    def __call__(self, function):
        if iscoroutinefunction(function):
            @wraps(function)
            async def wrapped(*args, **kwargs):
                with self:
                    return await function(*args, self, **kwargs)
        else:
            @wraps(function)
            def wrapped(*args, **kwargs):
                with self:
                    return function(*args, self, **kwargs)
        return wrapped

    def add(self, url, method='GET', status=200, body='', exception=None,
            content_type='application/json', payload=None, headers=None, repeat=False,
            timeout=False, **options):
        self._prepared.append(_Mocked(method.upper(), url, status, body, payload, exception,
                                      headers, content_type, repeat, timeout))

    def get(self, url, **kwargs):
        self.add(url, 'GET', **kwargs)

    def post(self, url, **kwargs):
        self.add(url, 'POST', **kwargs)

    def put(self, url, **kwargs):
        self.add(url, 'PUT', **kwargs)

    def patch(self, url, **kwargs):
        self.add(url, 'PATCH', **kwargs)

    def delete(self, url, **kwargs):
        self.add(url, 'DELETE', **kwargs)

    def head(self, url, **kwargs):
        self.add(url, 'HEAD', **kwargs)

    def options(self, url, **kwargs):
        self.add(url, 'OPTIONS', **kwargs)

    def find(self, method, url):
        """For the session: the answer, or None where the world is to answer."""
        if url.startswith(self._passthrough) and self._passthrough:
            return None
        self.requests.setdefault((method, URL(url)), []).append(RequestCall((), {}))
        for mocked in self._prepared:
            if mocked.matches(method, url):
                self._use(mocked)
                return mocked.answer()
        return _http.Answer(error=ClientConnectionError(f'Connection refused: {method} {url}'))

    def _use(self, mocked):
        if mocked.repeat is True:
            return
        mocked.repeat = int(mocked.repeat) - 1
        if mocked.repeat <= 0:
            self._prepared.remove(mocked)

    # ---- What was asked ----------------------------------------------------------------------

    def _count(self):
        return sum(len(calls) for calls in self.requests.values())

    def assert_not_called(self):
        if self._count():
            raise AssertionError(f"Expected 'aioresponses' to not have been called. "
                                 f'Called {self._count()} times.')

    def assert_called(self):
        if not self._count():
            raise AssertionError("Expected 'aioresponses' to have been called.")

    def assert_called_once(self):
        if self._count() != 1:
            raise AssertionError(f"Expected 'aioresponses' to have been called once. "
                                 f'Called {self._count()} times.')

    def assert_any_call(self, url, method='GET', **kwargs):
        if (method.upper(), URL(with_params(str(url), kwargs.get('params')))) not in self.requests:
            raise AssertionError(f'{method.upper()} {url} call not found')
