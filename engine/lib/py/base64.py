"""Base 16, 32, 64 and 85 encodings."""

import binascii

__all__ = ['encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode', 'b16encode', 'b16decode',
           'b32hexencode', 'b32hexdecode', 'b85encode', 'b85decode', 'a85encode', 'a85decode', 'z85encode',
           'z85decode', 'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode',
           'urlsafe_b64decode']

_BASE32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_BASE32_HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'
_BASE85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'
_ZERO85 = b'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'
_ASCII85 = bytes(range(33, 118))
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
    if isinstance(text, (bytes, bytearray, memoryview)):
        return bytes(text)
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


def _encode32(s, alphabet):
    s = bytes(s)
    made = b''
    for i in range(0, len(s), 5):
        group = s[i:i + 5]
        number = int.from_bytes(group + bytes(5 - len(group)))
        chars = bytes([alphabet[number >> shift & 31] for shift in range(35, -1, -5)])
        kept = (len(group) * 8 + 4) // 5
        made += chars[:kept] + b'=' * (8 - kept)
    return made


def _decode32(s, alphabet, casefold, map01):
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
        for char in text[i:i + 8] + alphabet[:1] * (i + 8 - len(text) if i + 8 > len(text) else 0):
            value = alphabet.find(char)
            if value < 0:
                raise binascii.Error('Non-base32 digit found')
            number = number << 5 | value
        made += number.to_bytes(5)
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    return made[:-((pads * 5 + 7) // 8)] if pads else made


def b32encode(s):
    return _encode32(s, _BASE32)


def b32decode(s, casefold=False, map01=None):
    return _decode32(s, _BASE32, casefold, map01)


def b32hexencode(s):
    return _encode32(s, _BASE32_HEX)


def b32hexdecode(s, casefold=False):
    return _decode32(s, _BASE32_HEX, casefold, None)


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


def _digits85(number, alphabet):
    chars = []
    for _ in range(5):
        number, digit = divmod(number, 85)
        chars.append(alphabet[digit])
    return bytes(chars[::-1])


def _encode85(data, alphabet, pad=False):
    data = bytes(data)
    padding = -len(data) % 4
    data += bytes(padding)
    made = b''.join([_digits85(int.from_bytes(data[i:i + 4]), alphabet) for i in range(0, len(data), 4)])
    return made[:-padding] if padding and not pad else made


def _decode85(text, alphabet, name):
    text = _read(text)
    padding = -len(text) % 5
    text += alphabet[-1:] * padding
    made = b''
    for i in range(0, len(text), 5):
        number = 0
        for at in range(i, i + 5):
            value = alphabet.find(text[at])
            if value < 0:
                raise ValueError(f'bad {name} character at position {at}')
            number = number * 85 + value
        if number > 0xFFFFFFFF:
            raise ValueError(f'{name} overflow in hunk starting at byte {i}')
        made += number.to_bytes(4)
    return made[:-padding] if padding else made


def b85encode(b, pad=False):
    return _encode85(b, _BASE85, pad)


def b85decode(b):
    return _decode85(b, _BASE85, 'base85')


def z85encode(s):
    return _encode85(s, _ZERO85)


def z85decode(s):
    return _decode85(s, _ZERO85, 'z85')


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    data = bytes(b)
    padding = -len(data) % 4
    data += bytes(padding)
    groups = []
    for i in range(0, len(data), 4):
        group = data[i:i + 4]
        last = padding and not pad and i + 4 == len(data)
        if foldspaces and group == b'    ':
            groups.append(b'y')
        elif group == bytes(4) and not last:
            groups.append(b'z')
        else:
            groups.append(_digits85(int.from_bytes(group), _ASCII85)[:5 - padding if last else 5])
    made = (b'<~' if adobe else b'') + b''.join(groups)
    if wrapcol:
        width = max(2 if adobe else 1, wrapcol)
        lines = [made[i:i + width] for i in range(0, len(made), width)]
        if adobe and len(lines[-1]) + 2 > width:
            lines.append(b'')
        made = b'\n'.join(lines)
    return made + b'~>' if adobe else made


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\x0b'):
    text = _read(b)
    if adobe:
        if not text.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        text = text[2:-2] if text.startswith(b'<~') else text[:-2]
    made, group = b'', []
    for char in text + b'u' * 4:
        if 33 <= char <= 117:
            group.append(char - 33)
            if len(group) < 5:
                continue
            number = 0
            for digit in group:
                number = number * 85 + digit
            if number > 0xFFFFFFFF:
                raise ValueError('Ascii85 overflow')
            made += number.to_bytes(4)
            group = []
        elif char == 122 or (char == 121 and foldspaces):
            if group:
                raise ValueError(f'{chr(char)} inside Ascii85 5-tuple')
            made += bytes(4) if char == 122 else b'    '
        elif char not in ignorechars:
            raise ValueError(f'Non-Ascii85 digit found: {chr(char)}')
    padding = 4 - len(group)
    return made[:-padding] if padding else made


def encodebytes(s):
    return b''.join([binascii.b2a_base64(s[i:i + _LINE]) for i in range(0, len(s), _LINE)])


def decodebytes(s):
    return binascii.a2b_base64(s)
