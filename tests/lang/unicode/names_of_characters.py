import unicodedata as u


def t(f, *a):
    try:
        r = ascii(f(*a))
    except Exception as e:
        r = f'{type(e).__name__}: {e}'
    print(f.__name__, ascii(a)[:60], r)


for name in ('lf', 'Line Feed', 'KEYCAP DIGIT ONE', 'keycap digit one', 'VS17', 'CJK UNIFIED IDEOGRAPH-4e00',
             'cjk unified ideograph-4E00', 'CJK UNIFIED IDEOGRAPH-04E00', 'hangul syllable gag', 'HANGUL SYLLABLE GAG',
             'HANGUL SYLLABLE ', 'HANGUL SYLLABLE AE', 'TANGUT IDEOGRAPH-17000', 'NUSHU CHARACTER-1B170', ' SNOWMAN',
             'SNOWMAN ', 'SNOW  MAN', '', 'LATIN SMALL LETTER GHA', 'BELL', 'x' * 256, 'x' * 257, 'é', 'a\0b', 'LF\0',
             b'SNOWMAN', 1, 'TAMIL SYLLABLE KSSU', 'LATIN SMALL LETTER E WITH OGONEK AND ACUTE', '\ud800'):
    t(u.lookup, name)
for c in 'aé\0\x7f\u2603\u4e00\uac01\ud7a3\uf900\ue000\ud800\U00017000\U0001b170\U0002ebf0\u2ffc\u31ef\u0378\U0010ffff':
    t(u.name, c, 'none')
t(u.name, '\0')
t(u.name, 'ab')
t(u.name, 1)
t(u.name)
t(u.name, 'a', 'b', 'c')
