def say(label, call):
    label = ascii(label)
    try:
        print(label, ascii(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


TEXT = {'find': [('b',), ('b', 1), ('b', 1, 2), (5,), ('b', 'a'), (), ('b', None, None)], 'index': [('z',), ('b', 9), (5,)],
        'rfind': [('b',), ('z', -1)], 'rindex': [('z',), (5,)], 'count': [('',), ('b', 1), (5,)], 'replace': [('a', 'z'), ('a', 'z', 1), (5, 'a'), ('a', 5), ('a',), ('a', 'b', 'c'), ('', '-')],
        'split': [(), (None, 1), ('b',), ('',), (5,), ('b', 'x'), ('b', 0)], 'rsplit': [(), (None, 1), ('b', 1), ('',)],
        'partition': [('b',), ('',), (5,)], 'rpartition': [('z',), ('',), (5,)], 'splitlines': [(), (True,), ('a',)],
        'strip': [(), ('a',), (5,), (None,)], 'lstrip': [('a',)], 'rstrip': [('c',)], 'startswith': [('a',), (('a', 'b'),), (5,), ((5,),), ('b', 1), ('a', 0, 0)],
        'endswith': [('c',), ((),), (5,), ('c', 'x')], 'center': [(9,), (9, '*'), (9, '**'), ('a',), (9, 5)], 'ljust': [(9, '*'), (1,)], 'rjust': [(9, '*'), (9, '')],
        'zfill': [(9,), ('a',)], 'expandtabs': [(), (4,), ('a',)], 'translate': [({97: 'x'},), ({97: None},), ({97: 98},), ({97: 10 ** 9},), ({97: 1.5},), (5,), ('abc',)],
        'join': [(['x', 'y'],), ([],), ([1],), (5,), ('pq',), (['x', 5],)], 'encode': [(), ('ascii',), ('latin-1',), ('nothing',), (5,), ('ascii', 'ignore'), ('ascii', 'replace'), ('ascii', 'backslashreplace'), ('ascii', 'xmlcharrefreplace'), ('ascii', 'surrogateescape'), ('ascii', 'nothing'), ('utf-8', 5)],
        'format': [(1,), ()], 'format_map': [({},), (5,)], 'removeprefix': [('a',), (5,)], 'removesuffix': [('c',), (5,)],
        'isidentifier': [()], 'isprintable': [()], 'title': [()], 'swapcase': [()], 'casefold': [()], 'capitalize': [()], '__getnewargs__': [()], '__sizeof__x': [()]}
for name, calls in TEXT.items():
    for arguments in calls:
        for text in 'abc', 'a b\tc\n', 'b\u00e9\u4e2d\U0001f600', '':
            say((name, arguments, text), lambda: getattr(text, name)(*arguments))
for arguments in ('ab', 'xy'), ('ab', 'xy', 'c'), ('ab', 'x'), ({'a': 1},), ({'ab': 1},), ({5: 1},), ({1.5: 1},), (5,), ('a', 5), (5, 'a'), ('a', 'b', 5):
    say(('maketrans', arguments), lambda: str.maketrans(*arguments))

DATA = {'find': [(b'b',), (98,), (300,), ('b',), (b'b', 1, 2)], 'index': [(b'z',)], 'count': [(b'',), (98,), ('a',)], 'replace': [(b'a', b'z'), (b'a', 'z'), (b'a', b'z', 1)],
        'split': [(), (b'b',), (b'',), ('b',), (None, 1)], 'rsplit': [(b'b', 1)], 'partition': [(b'b',), (b'',), ('b',)], 'rpartition': [(b'z',)], 'splitlines': [(), (True,)],
        'strip': [(), (b'a',), ('a',), (None,)], 'startswith': [(b'a',), ((b'a', b'b'),), ('a',), (('a',),)], 'endswith': [(b'c',), (5,)], 'center': [(9,), (9, b'*'), (9, '*'), (9, b'**')],
        'zfill': [(9,)], 'expandtabs': [(4,)], 'translate': [(None,), (bytes(range(256)),), (b'abc',), (None, b'a'), ('abc',), (5,)], 'join': [([b'x', b'y'],), ([1],), (['a'],), (5,), ([bytearray(b'q')],)],
        'decode': [(), ('ascii',), ('latin-1',), (5,), ('utf-8', 'ignore'), ('ascii', 'replace'), ('ascii', 'backslashreplace'), ('utf-8', 'surrogateescape'), ('utf-8', 'nothing'), ('utf-8', None)],
        'hex': [(), (':',), (':', 2), (':', -2), ('::',), (5,), ('\u00e9',), (b':',), (':', 'a')], 'removeprefix': [(b'a',), ('a',)], 'removesuffix': [(b'c',)], '__bytes__': [()], '__getnewargs__': [()],
        'title': [()], 'swapcase': [()], 'isalpha': [()], 'isascii': [()], '__getitem__': [(0,), (99,), ('a',), (slice(1, 2),)], '__contains__': [(97,), (b'a',), ('a',), (300,)], '__mul__': [(2,), (-1,)], '__add__': [(b'x',), ('x',)]}
for name, calls in DATA.items():
    for arguments in calls:
        for data in b'abc', b'a b\tc\n', b'b\xc3\xa9\xff', b'':
            for kind in bytes, bytearray:
                if hasattr(kind, name):
                    say((name, arguments, data, kind.__name__), lambda: getattr(kind(data), name)(*arguments))
for kind in bytes, bytearray:
    for arguments in (), (3,), (-1,), ('abc',), ('abc', 'utf-8'), ('abc', 'nothing'), ('abc', 5), (5, 'utf-8'), ([1, 2],), ([300],), (['a'],), (2.5,), (b'x', 'utf-8'), (None,), ('\ud800', 'utf-8'), ('\ud800', 'utf-8', 'surrogatepass'), (range(3),), (10 ** 30,):
        say((kind.__name__, arguments), lambda: kind(*arguments))
    for text in 'ff 00', 'f', 'zz', '', ' 0a0B ', '\u00e9', 5:
        say((kind.__name__, 'fromhex', text), lambda: kind.fromhex(text))
    for arguments in (b'ab', b'xy'), (b'ab', b'x'), ('ab', b'xy'), (5, 5):
        say((kind.__name__, 'maketrans'), lambda: kind.maketrans(*arguments)[97:99])
for act, arguments in [('append', (5,)), ('append', (300,)), ('append', ('a',)), ('extend', ([1, 2],)), ('extend', ([300],)), ('extend', (5,)), ('insert', (0, 9)), ('insert', ('a', 9)), ('insert', (0, 300)),
                       ('pop', ()), ('pop', (99,)), ('pop', ('a',)), ('remove', (98,)), ('remove', (7,)), ('remove', ('a',)), ('reverse', ()), ('clear', ()), ('copy', ()), ('__setitem__', (0, 5)), ('__setitem__', (0, 300)),
                       ('__setitem__', (99, 5)), ('__setitem__', ('a', 5)), ('__setitem__', (slice(0, 2), b'xyz')), ('__setitem__', (slice(0, 3, 2), b'xyz')), ('__setitem__', (slice(0, 2), 5)), ('__setitem__', (slice(0, 2), [1, 'a'])),
                       ('__delitem__', (0,)), ('__delitem__', (99,)), ('__delitem__', (slice(0, 2),)), ('__delitem__', ('a',)), ('__iadd__', (b'x',)), ('__iadd__', ('x',)), ('__imul__', (2,)), ('__imul__', ('a',))]:
    mine = bytearray(b'abc')
    say((act, arguments), lambda: getattr(mine, act)(*arguments))
    print('   ', mine)
    empty = bytearray()
    say((act, 'of none'), lambda: getattr(empty, act)(*arguments))
