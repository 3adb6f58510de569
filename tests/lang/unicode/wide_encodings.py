def t(f, *a):
    try:
        r = ascii(f(*a))
    except Exception as e:
        r = f'{type(e).__name__}: {e} | {e.start} {e.end} {e.encoding}' if isinstance(e, UnicodeError) else f'{type(e).__name__}: {e}'
    print(ascii(a)[:70], '->', r)


handlers = ('replace', 'ignore', 'backslashreplace', 'xmlcharrefreplace', 'namereplace', 'surrogateescape', 'surrogatepass')
for c in ('utf-16', 'utf-16-le', 'UTF_16BE', 'utf-32', 'utf-32-le', 'U32', 'utf-8-sig', 'utf-32BE'):
    t(str.encode, 'aé😀', c)
    t(str.encode, 'a\ud800\udc00b', c)
    t(bytes.decode, 'aé😀'.encode(c), c)
    for h in handlers:
        t(str.encode, 'a\udc80b', c, h)
    for b in (b'', b'a', b'abc', b'\xff\xfea\0', b'\xfe\xff\0a', b'\xff', b'\xff\xfea', b'a\0\x00\xd8', b'a\0\x00\xd8b\0', b'a\0\x00\xdcb\0',
              b'\xff\xfe\0\0a\0\0\0', b'\0\0\xfe\xff\0\0\0a', b'a\0\0\0\0\0\x11\0', b'a\0\0\0\0\xd8\0\0b\0', b'\xef\xbb\xbfabc',
              b'\xef\xbb', b'\xef\xbb\xbf\xff', b'\x00\xd8\x00'):
        for h in ('strict', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass'):
            t(bytes.decode, b, c, h)
