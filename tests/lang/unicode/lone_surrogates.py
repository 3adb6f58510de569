import sys

s = 'a\ud800b\udc80'
print(ascii(s), len(s), [hex(ord(c)) for c in s], repr(s), [s], {s: 1}, f'{s!r}', f'{s!a:>30}')
print('\ud800' < '\udfff' < '\ue000' < '\U00010000', '\ud83d\ude00' == '😀', len('\ud83d\ude00'), '\ud800' in s, s.find('b'))
print(ascii(s.upper()), ascii(s[::-1]), ascii(s.replace('\ud800', '\udfff')), s.isprintable(), s.isalpha(), ascii(s * 2))
print(ascii(chr(0xd800) + chr(0xdfff)), hash('\ud800') == hash(chr(0xd800)), s.split('\ud800')[0], ascii('-'.join(s)))
print(ascii(b'a\xff\x80b'.decode('utf-8', 'surrogateescape')), b'a\xff'.decode('utf-8', 'surrogateescape').encode('utf-8', 'surrogateescape'))
print(ascii(b'\xed\xa0\x80'.decode('utf-8', 'surrogatepass')), '\ud800'.encode('utf-8', 'surrogatepass'))
for attempt in (lambda: s.encode(), lambda: '\ud800\udfff!'.encode(), lambda: print(s), lambda: print('one', '\udc80', 'two'),
                lambda: sys.stdout.write('x\udfff'), lambda: b'\xed\xa0\x80'.decode(), lambda: '\ud800'.encode('ascii', 'surrogatepass'),
                lambda: 'é'.encode('ascii', 'surrogateescape'), lambda: '\ud800'.encode('utf-8', 'surrogateescape')):
    try:
        attempt()
    except UnicodeError as e:
        print(type(e).__name__, e, e.start, e.end, e.encoding, e.reason, ascii(e.object))
print('error here', s, file=sys.stderr)
try:
    raise ValueError(s)
except ValueError as e:
    print(repr(e), ascii(str(e)))
sys.stdout.reconfigure(errors='backslashreplace')
print(s, sys.stdout.errors)
sys.stdout.reconfigure(errors='replace')
print(s)
raise KeyError(s)
