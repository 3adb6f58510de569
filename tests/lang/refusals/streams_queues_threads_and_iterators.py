import collections
import copy
import io
import itertools
import queue
import sys
import threading
import unicodedata


def say(label, call):
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)


for stream in sys.stdin, sys.stdout, sys.stderr:
    for name, calls in {'writelines': [(5,), ([],)], 'flush': [()], 'fileno': [()], 'isatty': [()], 'readable': [()],
                        'seekable': [()]}.items():
        for arguments in calls:
            if name != 'write' and name != 'writelines' or stream is not sys.stdin:
                if name != 'isatty' and name != 'seekable' and name != 'fileno':
                    say((name, arguments), lambda: getattr(stream, name)(*arguments))
sys.stdout.writelines(x + '\n' for x in ('one', 'two'))
say('encoding', lambda: (sys.stdout.encoding, sys.stdout.closed))
say('readline', lambda: sys.stdin.readline())
say('readlines', lambda: sys.stdin.readlines())
say('read', lambda: sys.stdin.read())
say('input', lambda: input())
say('lines', lambda: list(sys.stdin))
say('print', lambda: print(1, 2, sep=5))
say('print', lambda: print(1, end=5))
say('print', lambda: print(1, file=5))
say('print', lambda: print(1, colour=5))
say('print', lambda: print(1, 2, sep=None, end=None, flush=True))
say('buffer', lambda: print('x', file=io.StringIO()))


class Stream:
    def write(self, text):
        raise LookupError('no room')


say('own', lambda: print(1, file=Stream()))

for make in (lambda: iter([1, 2, 3]), lambda: iter((1, 2)), lambda: iter('ab'), lambda: iter({'a': 1}), lambda: iter(range(3)), lambda: iter(range(10 ** 30, 10 ** 30 + 2)),
             lambda: enumerate('ab', 5), lambda: reversed([1, 2]), lambda: reversed(range(3)), lambda: iter(b'ab'), lambda: iter(bytearray(b'ab')), lambda: zip('ab', 'cd'),
             lambda: map(str, [1, 2]), lambda: filter(None, [0, 1]), lambda: itertools.count(3), lambda: itertools.chain([1], [2]), lambda: itertools.repeat(5, 2),
             lambda: itertools.cycle('ab'), lambda: itertools.islice([1, 2, 3], 2), lambda: iter(collections.deque([1, 2])), lambda: iter({1: 2}.items()), lambda: reversed((1, 2))):
    first = make()
    name = type(first).__name__
    if name not in ('bytearray_iterator', '_deque_iterator'):
        say((name, 'hint'), lambda: first.__length_hint__() if hasattr(first, '__length_hint__') else None)
    say((name, 'next'), lambda: next(first))
    if name not in ('cycle', 'chain', 'islice', 'count', 'repeat', 'zip', 'map', 'filter', 'longrange_iterator', '_deque_iterator'):
        say((name, 'copy'), lambda: list(copy.copy(first)))
    say((name, 'rest'), lambda: list(itertools.islice(first, 3)))
    say((name, 'end'), lambda: next(first, 'end'))
    say((name, 'state'), lambda: first.__setstate__(1) if hasattr(first, '__setstate__') and name not in ('cycle', 'islice', 'chain', 'zip', 'longrange_iterator') else None)

d = collections.deque([1, 2, 3], 4)
for name, calls in {'append': [(), (5,)], 'appendleft': [(6,)], 'extend': [(5,), ([7],)], 'extendleft': [(5,), ([8, 9],)], 'insert': [(0, 1), ('a', 1), (0,)], 'index': [(99,), (8,), (8, 1), (8, 'a'), (8, 0, 1)],
                    'count': [(8,), ()], 'remove': [(99,), (8,)], 'rotate': [(), (1,), ('a',), (-7,)], 'pop': [(), (1,)], 'popleft': [()], 'reverse': [()], 'copy': [()], 'clear': [()], '__getitem__': [(0,), (9,)],
                    '__setitem__': [(0, 1), (9, 1)], '__delitem__': [(0,), (9,)], '__contains__': [(1,)], '__add__': [(collections.deque([1]),), ([1],)], '__iadd__': [([4],), (5,)], '__mul__': [(2,), ('a',)],
                    '__imul__': [(2,), (0,)], '__eq__': [(d,), (5,)], '__lt__': [(collections.deque([9]),), (5,)], '__len__': [()], '__bool__x': []}.items():
    for arguments in calls:
        say((name, len(arguments)), lambda: getattr(d, name)(*arguments))
        print('   ', d)
for arguments in (5,), ([1], -1), ([1], 'a'), ([1], 2, 3), ([1, 2, 3], 2), ():
    say(('deque', arguments), lambda: collections.deque(*arguments))
say('empty', lambda: collections.deque().pop())
say('empty', lambda: collections.deque().popleft())
say('maxlen', lambda: setattr(d, 'maxlen', 5))


def grow():
    for x in e:
        e.append(x)


e = collections.deque([1])
say('changed', grow)

for call in (lambda: threading.Thread(target=5).name, lambda: threading.Thread(name=5).name, lambda: threading.Thread(group=5), lambda: threading.Thread().join(), lambda: threading.current_thread().join(),
             lambda: threading.Lock().release(), lambda: threading.RLock().release(), lambda: threading.Lock().acquire(timeout=-5), lambda: threading.Lock().acquire(False, 1), lambda: threading.Semaphore(-1), lambda: threading.Barrier(0).parties,
             lambda: threading.Condition().notify(), lambda: threading.Condition().wait(), lambda: threading.Event().wait(0.5), lambda: threading.main_thread().name, lambda: threading.active_count(), lambda: len(threading.enumerate()),
             lambda: threading.stack_size(), lambda: threading.Thread(target=print, daemon=True).daemon, lambda: threading.Timer(1, print).is_alive(), lambda: threading.local().colour, lambda: threading.get_ident() == threading.main_thread().ident,
             lambda: queue.Queue().get_nowait(), lambda: queue.Queue(1).put(1, timeout=-1), lambda: queue.Queue().get(timeout=-1), lambda: queue.Queue().get(True, 0.5), lambda: queue.Queue().task_done(),
             lambda: queue.SimpleQueue().get_nowait(), lambda: queue.SimpleQueue().get(timeout=-1), lambda: queue.SimpleQueue().get(timeout='a'), lambda: queue.SimpleQueue().qsize(), lambda: queue.SimpleQueue().empty()):
    say('thread', call)
t = threading.Thread(target=print, args=('ran',))
t.start()
t.join()
say('again', t.start)
say('daemon', lambda: setattr(threading.main_thread(), 'daemon', True))

for name in 'name', 'category', 'bidirectional', 'combining', 'east_asian_width', 'mirrored', 'decimal', 'digit', 'numeric', 'decomposition':
    for text in 'a', '5', '\u00bd', '\u0301', '\u4e2d', '\uac00', '\u00e9', '(', '\x00', '', 'ab', 5:
        say((name, ascii(text)), lambda: getattr(unicodedata, name)(text))
for form in 'NFC', 'NFD', 'NFKC', 'NFKD', 'XYZ', 5:
    for text in 'e\u0301', '\u00e9', '\ufb01', '\uac01', 'plain', 5:
        say((form, ascii(text)), lambda: ascii(unicodedata.normalize(form, text)) + str(unicodedata.is_normalized(form, text)))
for name in 'LATIN SMALL LETTER A', 'latin small letter a', 'HANGUL SYLLABLE GAG', 'CJK UNIFIED IDEOGRAPH-4E2D', 'NOTHING AT ALL', '', 5, 'CJK UNIFIED IDEOGRAPH-ZZZZ':
    say(name, lambda: ascii(unicodedata.lookup(name)))

v = memoryview(bytearray(b'abcdef'))
for name, calls in {'__getitem__': [(0,), (9,), ('a',), (slice(1, 3),), ((0, 1),)], '__setitem__': [(0, 65), (0, 300), (0, 'a'), (9, 1), (slice(0, 2), b'xy'), (slice(0, 2), b'x'), (slice(0, 2), 5)], '__delitem__': [(0,)],
                    'tobytes': [(), ('A',), ('x',)], 'tolist': [()], 'hex': [(), (':',)], 'cast': [('B',), ('H',), ('I',), ('x',), (5,), ('B', 5), ('b',), ('c',)], 'toreadonly': [()], 'index': [(98,), (1,)], 'count': [(98,)], '__eq__': [(b'abcdef',), (5,)],
                    '__contains__': [(98,)], '__len__': [()], '__hash__': [()], 'release': [(), ()], }.items():
    for arguments in calls:
        if hasattr(v, name):
            say((name, [str(a) for a in arguments]), lambda: [x if not isinstance(x, memoryview) else x.tolist() for x in [getattr(v, name)(*arguments)]])
say('released', lambda: v[0])
say('hash', lambda: hash(memoryview(b'ab')) == hash(b'ab'))
say('made', lambda: memoryview(5))
say('made', lambda: memoryview())
