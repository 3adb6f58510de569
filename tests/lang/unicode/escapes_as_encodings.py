def t(f, *a):
    try:
        r = ascii(f(*a))
    except Exception as e:
        r = f'{type(e).__name__}: {e}'
    print(ascii(a)[:70], '->', r)


t(str.encode, 'aé\u2603\ud800\U0001f600', 'ascii', 'namereplace')
t(str.encode, 'a\0\x80\ue000가', 'ascii', 'namereplace')
for c in ('unicode_escape', 'raw_unicode_escape', 'unicode-escape'):
    t(str.encode, "aé\u2603\ud800\U0001f600\n\t\\'\"\x00\x7f\x80", c)
    for b in (rb'a\n\x41\u2603\U0001f600\N{SNOWMAN}\101', b'\\', rb'\x4', rb'\u12', rb'\N{foo}', rb'\N', rb'\N{', rb'\N{}',
              b'\xe9', rb'\U00110000', rb'\ud800', rb'\\u2603', b'a\\\nb'):
        t(bytes.decode, b, c)
        t(bytes.decode, b, c, 'replace')
for c in ('rot13', 'hex', 'base64', 'nope', 'utf 8', 'UTF_8', 'latin 1'):
    t(str.encode, 'a+é', c)
    t(bytes.decode, b'a+b', c)
t(str.encode, 'é', 'ascii', 'nope')
t(str.encode, 'e', 'ascii', 'nope')
t(str.encode, 'e', 'ut\0f')
