"""Base 16, 32, 64 and 85 encodings."""

import binascii

__all__ = ['encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode', 'b16encode', 'b16decode',
           'b85encode', 'b85decode', 'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode',
           'urlsafe_b64decode']

_BASE32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_BASE85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'
_LINE = 57  # bytes that make a line of 76 characters


def _translate(text, source, target):
    table = dict(zip(source, target))
    return bytes([table.get(char, char) for char in text])


def _read(text):
    if isinstance(text, str):
        try:
            return text.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if isinstance(text, bytes):
        return text
    raise TypeError('argument should be a bytes-like object or ASCII string, not '
                    f'{type(text).__name__!r}')


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    return encoded if altchars is None else _translate(encoded, b'+/', altchars)


def b64decode(s, altchars=None, validate=False):
    text = _read(s)
    if altchars is not None:
        text = _translate(text, _read(altchars), b'+/')
    return binascii.a2b_base64(text, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def b32encode(s):
    made = b''
    for i in range(0, len(s), 5):
        group = s[i:i + 5]
        number = int.from_bytes(group + bytes(5 - len(group)))
        chars = bytes([_BASE32[number >> shift & 31] for shift in range(35, -1, -5)])
        kept = (len(group) * 8 + 4) // 5
        made += chars[:kept] + b'=' * (8 - kept)
    return made


def b32decode(s, casefold=False, map01=None):
    text = _read(s)
    if len(text) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        text = _translate(text, b'01', b'O' + _read(map01))
    if casefold:
        text = text.upper()
    full = len(text)
    text = text.rstrip(b'=')
    pads = full - len(text)
    made = b''
    for i in range(0, full, 8):
        number = 0
        for char in text[i:i + 8] + b'A' * (i + 8 - len(text) if i + 8 > len(text) else 0):
            value = _BASE32.find(char)
            if value < 0:
                raise binascii.Error('Non-base32 digit found')
            number = number << 5 | value
        made += number.to_bytes(5)
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    return made[:-((pads * 5 + 7) // 8)] if pads else made


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    text = _read(s)
    if casefold:
        text = text.upper()
    for char in text:
        if char not in b'0123456789ABCDEF':
            raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(text)


def b85encode(b, pad=False):
    padding = -len(b) % 4
    made = b''
    data = b + bytes(padding)
    for i in range(0, len(data), 4):
        number = int.from_bytes(data[i:i + 4])
        chars = []
        for _ in range(5):
            number, digit = divmod(number, 85)
            chars.append(_BASE85[digit])
        made += bytes(chars[::-1])
    return made[:-padding] if padding and not pad else made


def b85decode(b):
    text = _read(b)
    padding = -len(text) % 5
    text += b'~' * padding
    made = b''
    for i in range(0, len(text), 5):
        number = 0
        for at in range(i, i + 5):
            value = _BASE85.find(text[at])
            if value < 0:
                raise ValueError(f'bad base85 character at position {at}')
            number = number * 85 + value
        if number > 0xFFFFFFFF:
            raise ValueError(f'base85 overflow in hunk starting at byte {i}')
        made += number.to_bytes(4)
    return made[:-padding] if padding else made


def encodebytes(s):
    return b''.join([binascii.b2a_base64(s[i:i + _LINE]) for i in range(0, len(s), _LINE)])


def decodebytes(s):
    return binascii.a2b_base64(s)
