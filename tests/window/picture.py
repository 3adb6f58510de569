"""Reads pictures: PNG files as Coroscope writes them, and the memory of an X server."""
import pathlib
import struct
import zlib


class Picture:
    """Rows of 3 bytes a pixel: red, green, blue."""

    def __init__(self, width, height, rows):
        self.width, self.height, self.rows = width, height, rows

    def pixel(self, x, y):
        return int.from_bytes(self.rows[y][3 * x:3 * x + 3], 'big')

    def colours(self, x, y, width, height):
        """Every colour of a part with how often it is there."""
        counts = {}
        for row in self.rows[y:y + height]:
            for at in range(3 * x, 3 * (x + width), 3):
                colour = int.from_bytes(row[at:at + 3], 'big')
                counts[colour] = counts.get(colour, 0) + 1
        return counts


def read_png(path):
    data = pathlib.Path(path).read_bytes()
    assert data[:8] == b'\x89PNG\r\n\x1a\n', f'{path} is no PNG'
    at, packed = 8, b''
    while at < len(data):
        length, kind = struct.unpack('>I4s', data[at:at + 8])
        content = data[at + 8:at + 8 + length]
        if kind == b'IHDR':
            width, height, bits, colour = struct.unpack('>IIBB', content[:10])
            assert (bits, colour) == (8, 2), 'only 8-bit RGB is read here'
        elif kind == b'IDAT':
            packed += content
        at += length + 12
    return Picture(width, height, unfilter(zlib.decompress(packed), width * 3, height))


def unfilter(data, stride, height):
    rows, before = [], bytes(stride)
    for y in range(height):
        start = y * (stride + 1)
        row = bytearray(data[start + 1:start + 1 + stride])
        undo_filter(data[start], row, before)
        rows.append(bytes(row))
        before = row
    return rows


def undo_filter(kind, row, before):
    if kind == 2:
        for i in range(len(row)):
            row[i] = (row[i] + before[i]) & 255
    elif kind:
        for i in range(len(row)):
            left = row[i - 3] if i >= 3 else 0
            corner = before[i - 3] if i >= 3 else 0
            guess = (0, left, before[i], (left + before[i]) // 2, paeth(left, before[i], corner))[kind]
            row[i] = (row[i] + guess) & 255


def paeth(left, above, corner):
    guess = left + above - corner
    near = min((abs(guess - left), 0), (abs(guess - above), 1), (abs(guess - corner), 2))
    return (left, above, corner)[near[1]]


def read_display(path):
    """The screen of an Xvfb with -fbdir: an XWD file with 32 bits a pixel."""
    data = pathlib.Path(path).read_bytes()
    head = struct.unpack('>25I', data[:100])
    size, width, height, order, bits, line, colours = (head[i] for i in (0, 4, 5, 7, 11, 12, 19))
    assert bits == 32 and order == 0, 'the server stores pixels in another way'
    rows = []
    for y in range(height):
        start = size + colours * 12 + y * line
        row = bytearray(width * 3)
        pixels = data[start:start + width * 4]
        row[0::3], row[1::3], row[2::3] = pixels[2::4], pixels[1::4], pixels[0::4]
        rows.append(bytes(row))
    return Picture(width, height, rows)
