import hashlib
import unicodedata as u

total = 0
for start in range(0, 0x110000, 0x11000):
    lines = []
    for code in range(start + start % 97, start + 0x11000, 97):
        c = chr(code)
        lines.append((code, u.name(c, None), u.category(c), u.bidirectional(c), u.combining(c), u.mirrored(c),
                      u.east_asian_width(c), u.decomposition(c), u.digit(c, None), u.numeric(c, None), c.isalpha(),
                      c.isprintable(), c.isidentifier(), ascii(c.upper() + c.lower() + c.title() + c.casefold()),
                      *[ascii(u.normalize(f, 'e' + c + '\u0301')) for f in ('NFC', 'NFKD')]))
        total += lines[-1][1] is not None and u.lookup(lines[-1][1]) == c
    print(hex(start), hashlib.sha256(repr(lines).encode()).hexdigest()[:20])
print(total)
