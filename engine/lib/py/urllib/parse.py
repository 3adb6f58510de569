"""Taking addresses of the web apart and putting them together; texts only."""
from collections import namedtuple

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit', 'urlencode',
           'parse_qs', 'parse_qsl', 'quote', 'quote_plus', 'quote_from_bytes', 'unquote',
           'unquote_plus', 'unquote_to_bytes', 'DefragResult', 'ParseResult', 'SplitResult']

# A scheme of these has a host, is joined to a base, has parameters.
uses_netloc = ['', 'ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais', 'file', 'mms', 'https',
               'shttp', 'snews', 'prospero', 'rtsp', 'rtsps', 'rtspu', 'rsync', 'svn', 'svn+ssh',
               'sftp', 'nfs', 'git', 'git+ssh', 'ws', 'wss', 'itms-services']
uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms',
                 'prospero', 'rtsp', 'rtsps', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtsps',
               'rtspu', 'sip', 'sips', 'mms', 'sftp', 'tel']
_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
_SCHEME = frozenset(_LETTERS + '0123456789+-.')
_SAFE = frozenset((_LETTERS + '0123456789_.-~').encode())



class _Host:
    __slots__ = ()

    @property
    def _host_parts(self):
        user, has_user, place = self.netloc.rpartition('@')
        name, has_password, password = user.partition(':')
        if '[' in place:
            host, _, rest = place.partition('[')[2].partition(']')
            port = rest.partition(':')[2]
        else:
            host, _, port = place.partition(':')
        return (name if has_user else None, password if has_user and has_password else None, host, port)

    @property
    def username(self):
        return self._host_parts[0]

    @property
    def password(self):
        return self._host_parts[1]

    @property
    def hostname(self):
        host = self._host_parts[2]
        name, percent, zone = host.partition('%')
        return name.lower() + percent + zone if host else None

    @property
    def port(self):
        port = self._host_parts[3]
        if not port:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f'Port could not be cast to integer value as {port!r}')
        if int(port) > 65535:
            raise ValueError('Port out of range 0-65535')
        return int(port)


class SplitResult(_Host, namedtuple('SplitResult', 'scheme netloc path query fragment')):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Host, namedtuple('ParseResult', 'scheme netloc path params query fragment')):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResult(namedtuple('DefragResult', 'url fragment')):
    __slots__ = ()

    def geturl(self):
        return f'{self.url}#{self.fragment}' if self.fragment else self.url


def _text(*values):
    for value in values:
        if not isinstance(value, str):
            raise TypeError(f'Coroscope takes addresses apart as str, not {type(value).__name__}')


def urlsplit(url, scheme='', allow_fragments=True):
    _text(url, scheme)
    url = url.lstrip(''.join(map(chr, range(33))))
    for char in '\r\n\t':
        url = url.replace(char, '')
        scheme = scheme.replace(char, '')
    scheme = scheme.strip(''.join(map(chr, range(33))))
    netloc = query = fragment = ''
    begin, colon, rest = url.partition(':')
    if colon and begin[:1] in _LETTERS and begin and set(begin) <= _SCHEME:
        scheme, url = begin.lower(), rest
    if url[:2] == '//':
        end = min([at for sign in '/?#' if (at := url.find(sign, 2)) >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
    if allow_fragments:
        url, _, fragment = url.partition('#')
    url, _, query = url.partition('?')
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme='', allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params and ';' in path:
        folder, slash, last = path.rpartition('/')
        last, semicolon, params = last.partition(';')
        path = folder + slash + last
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    if netloc:
        url = f'//{netloc}{"/" if url and url[:1] != "/" else ""}{url}'
    elif url[:2] == '//' or scheme in uses_netloc and scheme and (not url or url[:1] == '/'):
        url = f'//{url}'
    url = f'{scheme}:{url}' if scheme else url
    url = f'{url}?{query}' if query else url
    return f'{url}#{fragment}' if fragment else url


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    return urlunsplit((scheme, netloc, f'{url};{params}' if params else url, query, fragment))


def urldefrag(url):
    if '#' not in url:
        return DefragResult(url, '')
    parts = urlparse(url)
    return DefragResult(urlunparse(parts._replace(fragment='')), parts.fragment)


def _joined_path(base, path):
    """RFC 3986: the folder of the base, then the path, without dots."""
    folders = base.split('/')
    if folders[-1]:
        del folders[-1]
    if path[:1] == '/':
        parts = path.split('/')
    else:
        parts = folders + path.split('/')
        parts[1:-1] = filter(None, parts[1:-1])
    done = []
    for part in parts:
        if part == '..':
            if done:
                done.pop()
        elif part != '.':
            done.append(part)
    if parts[-1] in ('.', '..'):
        done.append('')
    return '/'.join(done) or '/'


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return url or base
    old = urlparse(base, '', allow_fragments)
    new = urlparse(url, old.scheme, allow_fragments)
    if new.scheme != old.scheme or new.scheme not in uses_relative:
        return url
    if new.scheme in uses_netloc and new.netloc:
        return urlunparse(new)
    new = new._replace(netloc=old.netloc if new.scheme in uses_netloc else new.netloc)
    if not new.path and not new.params:
        return urlunparse(new._replace(path=old.path, params=old.params,
                                       query=new.query or old.query))
    return urlunparse(new._replace(path=_joined_path(old.path, new.path)))


def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    if isinstance(safe, str):
        safe = safe.encode('ascii', 'ignore')
    keep = _SAFE.union(safe)
    return ''.join([chr(byte) if byte in keep else f'%{byte:02X}' for byte in bs])


def quote(string, safe='/', encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    elif encoding is not None or errors is not None:
        which = 'encoding' if encoding is not None else 'errors'
        raise TypeError(f"quote() doesn't support '{which}' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    space = ' ' if isinstance(string, str) else b' '
    if space not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + space[:1] if isinstance(safe, type(space)) else safe + ' ',
                 encoding, errors).replace(' ', '+')


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode('utf-8')
    first, *parts = string.split(b'%')
    done = bytearray(first)
    for part in parts:
        try:
            done += bytes.fromhex(part[:2].decode('ascii')) + part[2:] if len(part) > 1 else b'%' + part
        except ValueError:
            done += b'%' + part
    return bytes(done)


def unquote(string, encoding='utf-8', errors='replace'):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding or 'utf-8', errors or 'replace')
    if '%' not in string:
        return string
    # Only what was quoted is bytes: other characters stay as they are.
    done, quoted = [], bytearray()
    at = 0
    while at < len(string):
        digits = string[at + 1:at + 3]
        if string[at] == '%' and len(digits) == 2 and all(c in '0123456789abcdefABCDEF' for c in digits):
            quoted.append(int(digits, 16))
            at += 3
            continue
        if ord(string[at]) < 128:
            quoted.append(ord(string[at]))
        else:
            done += [quoted.decode(encoding or 'utf-8', errors or 'replace'), string[at]]
            quoted.clear()
        at += 1
    return ''.join(done) + quoted.decode(encoding or 'utf-8', errors or 'replace')


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, 'items'):
        query = query.items()
    elif len(query) and not isinstance(query[0], tuple):
        raise TypeError('not a valid non-string sequence or mapping object')

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    pairs = []
    for key, value in query:
        several = doseq and not isinstance(value, (str, bytes)) and hasattr(value, '__len__')
        pairs += [f'{quoted(key)}={quoted(one)}' for one in (value if several else (value,))]
    return '&'.join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
              max_num_fields=None, separator='&'):
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    if not qs:
        return []
    _text(qs)
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError('Max number of fields exceeded')
    pairs = []
    for field in qs.split(separator):
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition('=')
        if not equals and strict_parsing:
            raise ValueError(f'bad query field: {field!r}')
        if value or keep_blank_values:
            pairs.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
             max_num_fields=None, separator='&'):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors,
                                 max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found
