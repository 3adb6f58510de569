"""Encodings by name, and their incremental and stream forms. Files are not there."""

import _codecs

__all__ = ['register', 'lookup', 'open', 'EncodedFile', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE', 'BOM32_LE', 'BOM64_BE',
           'BOM64_LE', 'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE',
           'BOM_UTF32_BE', 'CodecInfo', 'Codec', 'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader',
           'StreamWriter', 'StreamReaderWriter', 'StreamRecoder', 'getencoder', 'getdecoder', 'getincrementalencoder',
           'getincrementaldecoder', 'getreader', 'getwriter', 'encode', 'decode', 'iterencode', 'iterdecode',
           'strict_errors', 'ignore_errors', 'replace_errors', 'xmlcharrefreplace_errors', 'backslashreplace_errors',
           'namereplace_errors', 'register_error', 'lookup_error']

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = BOM32_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = BOM32_BE = b'\xfe\xff'
BOM_UTF32_LE = BOM64_LE = b'\xff\xfe\0\0'
BOM_UTF32_BE = BOM64_BE = b'\0\0\xfe\xff'
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE


class CodecInfo(tuple):
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        self._is_text_encoding = True if _is_text_encoding is None else _is_text_encoding
        return self

    def __repr__(self):
        kind = type(self)
        return f'<{kind.__module__}.{kind.__qualname__} object for encoding {self.name} at {id(self):#x}>'


class Codec:
    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder:
    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ''

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = ''

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ''


class IncrementalDecoder:
    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b'', 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps the bytes of a character that is not complete until the rest comes."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = b''

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        pass

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReader(Codec):
    charbuffertype = str

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self.reset()

    def reset(self):
        self.bytebuffer = b''
        self.charbuffer = ''

    def _fill(self, size):
        data = self.stream.read(size) if size >= 0 else self.stream.read()
        text, used = self.decode(self.bytebuffer + data, self.errors)
        self.bytebuffer = (self.bytebuffer + data)[used:]
        self.charbuffer += text
        return bool(data)

    def _take(self, count):
        text, self.charbuffer = self.charbuffer[:count], self.charbuffer[count:]
        return text

    def read(self, size=-1, chars=-1, firstline=False):
        if size < 0 and chars < 0:
            while self._fill(-1):
                pass
            return self._take(len(self.charbuffer))
        while len(self.charbuffer) < chars or (chars < 0 and not self.charbuffer):
            if not self._fill(size if size >= 0 else max(chars, 1)):
                break
        return self._take(chars if chars >= 0 else len(self.charbuffer))

    def readline(self, size=None, keepends=True):
        while True:
            lines = self.charbuffer.splitlines(True)
            ended = lines and (len(lines) > 1 or lines[0] != lines[0].splitlines()[0])
            if ended or not self._fill(72 if size is None else size):
                break
        if not lines:
            return ''
        line = self._take(len(lines[0]))
        return line if keepends else line.splitlines()[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReaderWriter:
    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamRecoder:
    def __init__(self, *args, **kwargs):
        raise NotImplementedError('Coroscope does not offer codecs.StreamRecoder: decode and encode the bytes')


# ---- The encodings of text -------------------------------------------------------------------------------------------

_MARKED = {'utf-8-sig': ('utf-8', {BOM_UTF8: 'utf-8'}),
           'utf-16': ('utf-16-le', {BOM_UTF16_LE: 'utf-16-le', BOM_UTF16_BE: 'utf-16-be'}),
           'utf-32': ('utf-32-le', {BOM_UTF32_LE: 'utf-32-le', BOM_UTF32_BE: 'utf-32-be'})}
_SHOWN = {'latin-1': 'iso8859-1', 'unicodeescape': 'unicode-escape', 'rawunicodeescape': 'raw-unicode-escape'}


def _data(data):
    if isinstance(data, (bytearray, memoryview)):
        return bytes(data)
    if not isinstance(data, bytes):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return data


def _functions(encoding):
    function = encoding.replace('-', '_')

    def encode(str, errors='strict', /):
        if not hasattr(str, 'encode'):
            raise TypeError(f'{function}_encode() argument 1 must be str, not {type(str).__name__}')
        errors = 'strict' if errors is None else errors
        return str.encode(encoding, errors), len(str)

    def decode(data, errors='strict', final=False, /):
        data, errors = _data(data), 'strict' if errors is None else errors
        if final:
            return data.decode(encoding, errors), len(data)
        return _codecs.decode_part(data, encoding, errors)

    encode.__name__ = encode.__qualname__ = f'{function}_encode'
    decode.__name__ = decode.__qualname__ = f'{function}_decode'
    return encode, decode


utf_8_encode, utf_8_decode = _functions('utf-8')
ascii_encode, ascii_decode = _functions('ascii')
latin_1_encode, latin_1_decode = _functions('latin-1')
utf_16_le_encode, utf_16_le_decode = _functions('utf-16-le')
utf_16_be_encode, utf_16_be_decode = _functions('utf-16-be')
utf_32_le_encode, utf_32_le_decode = _functions('utf-32-le')
utf_32_be_encode, utf_32_be_decode = _functions('utf-32-be')
unicode_escape_encode, unicode_escape_decode = _functions('unicode-escape')
raw_unicode_escape_encode, raw_unicode_escape_decode = _functions('raw-unicode-escape')


def _plain_classes(encoding):
    encode_part, decode_part = _functions(encoding)

    class IncrementalEncoder_(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode_part(input, self.errors)[0]

    class IncrementalDecoder_(BufferedIncrementalDecoder):
        _buffer_decode = staticmethod(decode_part)

    return IncrementalEncoder_, IncrementalDecoder_


def _marked_classes(encoding):
    after, marks = _MARKED[encoding]

    class IncrementalEncoder_(IncrementalEncoder):
        started = False

        def encode(self, input, final=False):
            used = after if self.started else encoding
            self.started = True
            return input.encode(used, self.errors)

        def reset(self):
            self.started = False

        def getstate(self):
            return 0 if self.started else 2

        def setstate(self, state):
            self.started = state == 0

    class IncrementalDecoder_(BufferedIncrementalDecoder):
        order = None  # the encoding once the mark, or its lack, is known

        def _buffer_decode(self, input, errors, final):
            used = 0
            if self.order is None:
                if not final and any(len(input) < len(mark) and mark.startswith(input) for mark in marks):
                    return '', 0
                if not final and encoding != 'utf-8-sig' and len(input) < len(next(iter(marks))):
                    return '', 0
                self.order = after
                for mark, order in marks.items():
                    if input.startswith(mark):
                        self.order, used = order, len(mark)
            part = input[used:]
            if final:
                return part.decode(self.order, errors), len(input)
            text, count = _codecs.decode_part(part, self.order, errors)
            return text, used + count

        def reset(self):
            super().reset()
            self.order = None

        def getstate(self):
            if encoding == 'utf-8-sig':
                return self.buffer, int(self.order is None)
            return self.buffer, 2 if self.order is None else int(self.order.endswith('be'))

        def setstate(self, state):
            self.buffer, flag = state
            orders = list(marks.values())
            known = (after, None) if encoding == 'utf-8-sig' else (orders[0], orders[1], None)
            self.order = known[flag]

    return IncrementalEncoder_, IncrementalDecoder_


def _named(kind, name, module):
    kind.__name__ = kind.__qualname__ = name
    kind.__module__ = module
    return kind


def _text_info(encoding):
    shown = _SHOWN.get(encoding, encoding)
    module = 'encodings.' + ('latin_1' if encoding == 'latin-1' else shown.replace('-', '_'))
    marked = encoding in _MARKED
    encoder, decoder = (_marked_classes if marked else _plain_classes)(encoding)
    encode_all, decode_part = _functions(encoding)

    def decode(input, errors='strict'):
        return _data(input).decode(encoding, 'strict' if errors is None else errors), len(input)

    class Writer(StreamWriter):
        def __init__(self, stream, errors='strict'):
            super().__init__(stream, errors)
            self.encoder = encoder(errors)

        def encode(self, input, errors='strict'):
            return self.encoder.encode(input), len(input)

    class Reader(StreamReader):
        def reset(self):
            super().reset()
            self.decoder = decoder(self.errors)

        def decode(self, input, errors='strict'):
            return self.decoder.decode(input), len(input)

    return CodecInfo(encode_all, decode, _named(Reader, 'StreamReader', module),
                     _named(Writer, 'StreamWriter', module), _named(encoder, 'IncrementalEncoder', module),
                     _named(decoder, 'IncrementalDecoder', module), shown)


# ---- Codecs of something else ----------------------------------------------------------------------------------------

def _rot13(text, errors='strict'):
    letters = 'abcdefghijklmnopqrstuvwxyz'
    turned = letters[13:] + letters[:13]
    table = str.maketrans(letters + letters.upper(), turned + turned.upper())
    return text.translate(table), len(text)


def _hex_encode(input, errors='strict'):
    return _data(input).hex().encode(), len(input)


def _hex_decode(input, errors='strict'):
    import binascii
    return binascii.a2b_hex(input), len(input)


def _base64_encode(input, errors='strict'):
    import base64
    return base64.encodebytes(_data(input)), len(input)


def _base64_decode(input, errors='strict'):
    import base64
    return base64.decodebytes(input), len(input)


_OTHERS = {
    'rot-13': (('rot13', 'rot_13'), _rot13, _rot13),
    'hex': (('hex', 'hex_codec'), _hex_encode, _hex_decode),
    'base64': (('base64', 'base_64', 'base64_codec'), _base64_encode, _base64_decode),
}


# ---- By name ---------------------------------------------------------------------------------------------------------

_known = {}


def lookup(encoding, /):
    if not isinstance(encoding, str):
        raise TypeError(f'lookup() argument must be str, not {type(encoding).__name__}')
    plain = encoding.lower().replace('-', '_').replace(' ', '_')
    for name, (names, encode, decode) in _OTHERS.items():
        if plain in names:
            return CodecInfo(encode, decode, name=name, _is_text_encoding=False)
    name = _codecs.name(encoding)
    if name not in _known:
        _known[name] = _text_info(name)
    return _known[name]


def encode(obj, encoding='utf-8', errors='strict'):
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    return lookup(encoding).decode(obj, errors)[0]


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for input in iterator:
        output = encoder.encode(input)
        if output:
            yield output
    output = encoder.encode('', True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for input in iterator:
        output = decoder.decode(input)
        if output:
            yield output
    output = decoder.decode(b'', True)
    if output:
        yield output


def register(search_function, /):
    raise NotImplementedError('Coroscope does not offer codecs.register(): the encodings are those it has')


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    raise NotImplementedError('Coroscope does not offer codecs.open(): there are no files')


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    raise NotImplementedError('Coroscope does not offer codecs.EncodedFile(): there are no files')


# ---- Error handlers --------------------------------------------------------------------------------------------------

def _handled(exception, *kinds):
    if not isinstance(exception, kinds):
        raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")
    return exception.object[exception.start:exception.end]


def strict_errors(exception, /):
    if not isinstance(exception, BaseException):
        raise TypeError('codec must pass exception instance')
    raise exception


def ignore_errors(exception, /):
    _handled(exception, UnicodeError)
    return '', exception.end


def replace_errors(exception, /):
    part = _handled(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    if isinstance(exception, UnicodeEncodeError):
        return '?' * len(part), exception.end
    many = 1 if isinstance(exception, UnicodeDecodeError) else len(part)
    return '\ufffd' * many, exception.end


def xmlcharrefreplace_errors(exception, /):
    part = _handled(exception, UnicodeEncodeError)
    return ''.join(f'&#{ord(char)};' for char in part), exception.end


def _escaped(char):
    code = ord(char)
    return f'\\x{code:02x}' if code < 0x100 else f'\\u{code:04x}' if code < 0x10000 else f'\\U{code:08x}'


def backslashreplace_errors(exception, /):
    part = _handled(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    if isinstance(exception, UnicodeDecodeError):
        return ''.join(f'\\x{byte:02x}' for byte in part), exception.end
    return ''.join(map(_escaped, part)), exception.end


def namereplace_errors(exception, /):
    from unicodedata import name
    part = _handled(exception, UnicodeEncodeError)
    names = ((char, name(char, None)) for char in part)
    return ''.join(f'\\N{{{known}}}' if known else _escaped(char) for char, known in names), exception.end


_HANDLERS = {'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors,
             'xmlcharrefreplace': xmlcharrefreplace_errors, 'backslashreplace': backslashreplace_errors,
             'namereplace': namereplace_errors}


def lookup_error(name, /):
    if name not in _HANDLERS:
        raise LookupError(f"unknown error handler name '{name}'")
    return _HANDLERS[name]


def register_error(errors, handler, /):
    raise NotImplementedError('Coroscope does not offer codecs.register_error(): the error handlers are those it has')
