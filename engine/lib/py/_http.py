"""Addresses that answer: the table "http" of the lesson's world, and mocks in front of it."""

import _world
import json

REASONS = {
    200: 'OK', 201: 'Created', 202: 'Accepted', 204: 'No Content', 206: 'Partial Content',
    301: 'Moved Permanently', 302: 'Found', 303: 'See Other', 304: 'Not Modified',
    307: 'Temporary Redirect', 308: 'Permanent Redirect', 400: 'Bad Request',
    401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed',
    408: 'Request Timeout', 409: 'Conflict', 410: 'Gone', 418: "I'm a Teapot",
    422: 'Unprocessable Entity', 429: 'Too Many Requests', 500: 'Internal Server Error',
    501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable',
    504: 'Gateway Timeout',
}

_table = _world.data.get('http', {})
_asked = {}   # key of the table -> how often
mocks = []    # the innermost last: find(method, url) gives an Answer or None


class Answer:
    """What one request gets: after some time a status with headers and a body, or a failure."""

    def __init__(self, status=200, body=b'', headers=(), after=0, error=None):
        self.status = status
        self.body = body
        self.headers = dict(headers)
        self.after = after
        self.error = error  # a word of the table, or an exception


class Exchange(_world.Thing):
    """A request and what came of it, for the records of the run."""

    def asked(self):
        self._happened('http.requested')

    def answered(self, status):
        self._happened('http.answered', status)


def split(url):
    """(scheme, host, port, path, query) of an address."""
    scheme, mark, rest = url.partition('://')
    if not mark:
        return '', '', None, url, ''
    rest = rest.partition('#')[0]
    place = min((rest + '/').index('/'), (rest + '?').index('?'))
    name, path = rest[:place], rest[place:]
    path, _, query = path.partition('?')
    host, colon, port = name.rpartition('@')[2].partition(':')
    return scheme, host, int(port) if colon else {'http': 80, 'https': 443}.get(scheme), path, query


def _body(entry):
    if 'json' in entry:
        return json.dumps(entry['json']).encode(), 'application/json; charset=utf-8'
    return entry.get('text', '').encode(), 'text/plain; charset=utf-8'


def _answer(entry):
    body, kind = _body(entry)
    headers = {'Content-Type': kind, 'Content-Length': str(len(body))}
    headers.update((name, one['value']) for name, one in entry.get('headers', {}).items())
    return Answer(entry.get('status', 200), body, headers, entry.get('after', 0),
                  entry.get('error'))


def find(method, url):
    """The answer to the next request like this one."""
    for mock in reversed(mocks):
        answer = mock.find(method, url)
        if answer is not None:
            return answer
    bare = url.partition('#')[0]
    short = bare.partition('?')[0]
    for key in (f'{method} {bare}', bare, f'{method} {short}', short):
        for spelling in (key, key.rstrip('/'), key + '/'):
            if spelling in _table:
                return _take(spelling)
    return _not_in_table(url)


def _take(key):
    """The first request gets the entry, later ones what stands in `then`; the last one stays."""
    turn = _asked.get(key, 0)
    _asked[key] = turn + 1
    entry = _table[key]
    later = entry.get('then', [])
    return _answer(entry if not turn or not later else later[min(turn, len(later)) - 1])


def _not_in_table(url):
    host = split(url)[1]
    hosts = {split(key.rpartition(' ')[2])[1] for key in _table}
    if host in hosts:
        return _answer({'status': 404, 'text': '404: Not Found'})
    return Answer(error='unknown-host')
