"""An address, what was asked, and the answer with its body."""

import _http
import json as _json
from .client_exceptions import ClientConnectionError, ClientResponseError, ContentTypeError


class URL:
    """An address, taken apart."""

    def __init__(self, text=''):
        self._text = str(text)
        self.scheme, self.host, self.port, self.path, self.query_string = _http.split(self._text)
        self.path = self.path or ('/' if self.host else '')

    def __str__(self):
        return self._text

    def __repr__(self):
        return f'URL({self._text!r})'

    def __eq__(self, other):
        return self._text == other._text if isinstance(other, URL) else NotImplemented

    def __hash__(self):
        return hash(self._text)

    def __truediv__(self, name):
        return URL(self._text.rstrip('/') + '/' + name)

    def __bool__(self):
        return bool(self._text)

    @property
    def name(self):
        return self.path.rpartition('/')[2]

    @property
    def query(self):
        pairs = (part.partition('=') for part in self.query_string.split('&') if part)
        return {name: value for name, _, value in pairs}

    def join(self, other):
        text = str(other)
        if '://' in text:
            return URL(text)
        root = self._text[:self._text.index(self.host) + len(self.host)]
        rest = self._text[len(root):]
        if rest.startswith(':'):
            root += rest[:(rest + '/').index('/')]
        folder = '/' if text.startswith('/') else self.path.rpartition('/')[0] + '/'
        return URL(root + folder + text.lstrip('/'))


def _quote(text):
    """As in the query of an address."""
    kept = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/:,@!$\'()*;?'
    quoted = ''.join(letter if letter in kept else ''.join(f'%{byte:02X}' for byte in
                                                           letter.encode())
                     for letter in str(text))
    return quoted.replace('%20', '+')


def with_params(url, params):
    if not params:
        return url
    if isinstance(params, str):
        query = params
    else:
        pairs = params.items() if hasattr(params, 'items') else params
        query = '&'.join(f'{_quote(name)}={_quote(value)}' for name, value in pairs)
    return f'{url}{"&" if "?" in url else "?"}{query}'


class Headers(dict):
    """Names in small or capital letters are the same."""

    def __init__(self, items=()):
        super().__init__()
        for name, value in dict(items).items():
            self[name] = value

    def _spelling(self, name):
        return next((own for own in self.keys() if own.lower() == str(name).lower()), name)

    def __setitem__(self, name, value):
        super().__setitem__(self._spelling(name), value)

    def __getitem__(self, name):
        return super().__getitem__(self._spelling(name))

    def __contains__(self, name):
        return super().__contains__(self._spelling(name))

    def get(self, name, default=None):
        return super().get(self._spelling(name), default)

    def __repr__(self):
        inside = ', '.join(f'{name!r}: {value!r}' for name, value in self.items())
        return f'<CIMultiDictProxy({inside})>'


Headers.__name__ = Headers.__qualname__ = 'CIMultiDictProxy'


class RequestInfo:

    def __init__(self, url, method, headers):
        self.url = self.real_url = url
        self.method = method
        self.headers = headers

    def __repr__(self):
        return (f'RequestInfo(url={self.url!r}, method={self.method!r}, headers={self.headers!r}, '
                f'real_url={self.real_url!r})')


class Content:
    """The body, piece by piece. It came as a whole: nobody waits here."""

    def __init__(self, body):
        self._rest = body

    def at_eof(self):
        return not self._rest

    def _take(self, size):
        data, self._rest = self._rest[:size], self._rest[size:]
        return data

    async def read(self, n=-1):
        return self._take(len(self._rest) if n < 0 else n)

    async def readany(self):
        return self._take(len(self._rest))

    async def readline(self):
        return self._take(self._rest.find(b'\n') + 1 or len(self._rest))

    async def _pieces(self, size):
        while self._rest:
            yield self._take(size)

    def iter_chunked(self, n):
        return self._pieces(n)

    def iter_any(self):
        return self._pieces(len(self._rest))

    async def iter_chunks(self):
        while self._rest:
            yield await self.readany(), True

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


Content.__name__ = Content.__qualname__ = 'StreamReader'


class ClientResponse:

    def __init__(self, method, url, answer, request_headers, history, release):
        self.method = method
        self.url = self.real_url = URL(url)
        self.status = answer.status
        self.reason = _http.REASONS.get(answer.status, '')
        self.headers = Headers(answer.headers)
        self.request_info = RequestInfo(self.url, method, Headers(request_headers))
        self.history = tuple(history)
        self.cookies = {}
        self._body = answer.body
        self.content = Content(answer.body)
        self._release = release
        self.closed = False

    def __repr__(self):
        return (f'<ClientResponse({self.url}) [{self.status} {self.reason}]>\n'
                f'{self.headers!r}\n')

    @property
    def ok(self):
        return self.status < 400

    @property
    def host(self):
        return self.url.host

    @property
    def content_type(self):
        kind = self.headers.get('Content-Type', 'application/octet-stream')
        return kind.partition(';')[0].strip()

    @property
    def charset(self):
        kind = self.headers.get('Content-Type', '')
        return kind.partition('charset=')[2].strip() or None

    @property
    def content_length(self):
        length = self.headers.get('Content-Length')
        return None if length is None else int(length)

    def get_encoding(self):
        return self.charset or 'utf-8'

    def release(self):
        if not self.closed:
            self.closed = True
            self._release()

    close = release

    async def read(self):
        self.release()
        return self._body

    async def text(self, encoding=None, errors='strict'):
        self.release()
        return self._body.decode(encoding or self.get_encoding(), errors)

    async def json(self, *, encoding=None, loads=_json.loads, content_type='application/json'):
        body = (await self.text(encoding)).strip()
        if content_type is not None and self.content_type != content_type:
            raise ContentTypeError(
                self.request_info, self.history, status=self.status, headers=self.headers,
                message=f'Attempt to decode JSON with unexpected mimetype: {self.content_type}')
        return loads(body) if body else None

    def raise_for_status(self):
        if not self.ok:
            self.release()
            raise ClientResponseError(self.request_info, self.history, status=self.status,
                                      message=self.reason, headers=self.headers)

    async def wait_for_close(self):
        self.release()

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        self.release()


ClientResponse.__module__ = 'aiohttp.client_reqrep'
