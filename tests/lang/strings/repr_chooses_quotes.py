for s in ("plain", "it's", 'say "hi"', 'both \' and "', 'back\\slash', 'new\nline\ttab\r', '\x00\x1f\x7f', 'é ☃ 😀', '\xa0\u200b', ''):
    print(repr(s))
