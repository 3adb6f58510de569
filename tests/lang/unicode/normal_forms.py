import unicodedata as u

texts = ['é', 'e\u0301', 'ﬁ½²', '가각힣', '\u1100\u1161\u11a8', '\u1100\u1161', '\uac00\u11a7\u11a8', 'a\u0323\u0307', 'a\u0307\u0323',
         '\u212b', '\u0958', '\u1e9b\u0323', '\u0344', 'q\u0307\u0323', '\ud83d\ude00', 'a\ud800\u0301', '\U0001d15e', 'ǆ',
         '\u3392', '\ufdfa', '', 'plain', '\u0301', '\u0301e\u0301', '\u0cc6\u0cc2\u0cd5', 'e' + '\u0301\u0323' * 40, '豈']
for text in texts:
    for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
        done = u.normalize(form, text)
        print(form, ascii(text)[:40], ascii(done)[:90], len(done), u.is_normalized(form, text), u.is_normalized(form, done))


class S(str):
    pass


print(type(u.normalize('NFC', S('abc'))), type(u.normalize('NFC', S('é'))))
for args in (('NFX', 'a'), ('nfc', 'é'), (1, 'a'), ('NFC', 1), ('NFC',), ()):
    for f in (u.normalize, u.is_normalized):
        try:
            print(f(*args))
        except Exception as e:
            print(type(e).__name__, e)
