"""Bytes as text and back."""


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


_ALPHABET = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_VALUES = {char: value for value, char in enumerate(_ALPHABET)}
_PAD = ord('=')


def _ascii(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return data.encode()
    if not isinstance(data, bytes):
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not '{type(data).__name__}'")
    return data


def _bytes(data):
    if not isinstance(data, bytes):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return data


def hexlify(data, *separator):
    return _bytes(data).hex(*separator).encode()


b2a_hex = hexlify


def unhexlify(hexstr, /):
    digits = _ascii(hexstr)
    if len(digits) % 2:
        raise Error('Odd-length string')
    for digit in digits:
        if digit not in b'0123456789abcdefABCDEF':
            raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(digits.decode())


a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    data = _bytes(data)
    made = []
    for i in range(0, len(data), 3):
        group = data[i:i + 3]
        number = int.from_bytes(group + bytes(3 - len(group)))
        chars = [_ALPHABET[number >> 18], _ALPHABET[number >> 12 & 63], _ALPHABET[number >> 6 & 63],
                 _ALPHABET[number & 63]]
        if len(group) < 3:
            chars[len(group) + 1:] = [_PAD] * (3 - len(group))
        made += chars
    if newline:
        made.append(10)
    return bytes(made)


def a2b_base64(data, /, *, strict_mode=False):
    text = _ascii(data)
    if strict_mode and text[:1] == b'=':
        raise Error('Leading padding not allowed')
    made = []
    place = pads = held = 0
    for i, char in enumerate(text):
        if char == _PAD:
            pads += 1
            if place >= 2 and place + pads >= 4:
                if strict_mode and i + 1 < len(text):
                    raise Error('Excess data after padding')
                return bytes(made)
            continue
        value = _VALUES.get(char)
        if value is None:
            if strict_mode:
                raise Error('Only base64 data is allowed')
            continue
        if strict_mode and pads:
            raise Error('Discontinuous padding not allowed')
        pads = 0
        place = (place + 1) % 4
        if place != 1:
            made.append(held << (2, 4, 6)[(place + 2) % 4] & 255 | value >> (4, 2, 0)[(place + 2) % 4])
        held = value
    if place == 1:
        raise Error('Invalid base64-encoded string: number of data characters '
                    f'({len(made) // 3 * 4 + 1}) cannot be 1 more than a multiple of 4')
    if place:
        raise Error('Incorrect padding')
    return bytes(made)


def _crc_table():
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (0xEDB88320 if byte & 1 else 0)
        table.append(byte)
    return table


_table = []


def crc32(data, value=0, /):
    if not _table:
        _table.extend(_crc_table())
    value ^= 0xFFFFFFFF
    for byte in _bytes(data):
        value = value >> 8 ^ _table[(value ^ byte) & 255]
    return value ^ 0xFFFFFFFF


def crc_hqx(data, value, /):
    for byte in _bytes(data):
        value ^= byte << 8
        for _ in range(8):
            value = value << 1 ^ (0x1021 if value & 0x8000 else 0)
        value &= 0xFFFF
    return value
