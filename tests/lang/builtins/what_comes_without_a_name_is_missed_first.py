# sum(iterable=...) lacks its argument; int.from_bytes takes whatever bytes() takes.
def t(f):
    try:
        print('ok', f())
    except Exception as e:
        print(type(e).__name__, e)


t(lambda: int.from_bytes((i for i in (1,2)), 'big'))
t(lambda: int.from_bytes(iter([1,2])))
t(lambda: int.from_bytes([1,256]))
t(lambda: int.from_bytes('ab'))
t(lambda: int.from_bytes(5))
t(lambda: int.from_bytes({1:2, 3:4}, byteorder='little', signed=True))
t(lambda: int.from_bytes(['a']))
t(lambda: int.from_bytes([-1]))
t(lambda: sum(iterable=[1]))
t(lambda: sum())
t(lambda: sum([1], start=2))
t(lambda: sum([1], s=2))
t(lambda: sum([1],2,3))
class B:
    def __bytes__(self): return b'ab'
class S:
    def __getitem__(self, i): return [1, 2][i]
class M(int): pass
t(lambda: int.from_bytes(B())); t(lambda: int.from_bytes(S())); t(lambda: repr(M.from_bytes(map(int, '123'), 'little')))
t(lambda: int.from_bytes((1 / 0 for _ in 'a')))
t(lambda: int.from_bytes({200}, signed=True)); t(lambda: int.from_bytes(iter([300]))); t(lambda: int.from_bytes(range(3), 'x'))
t(lambda: int.from_bytes(iter([1]), 'x')); t(lambda: int.from_bytes()); t(lambda: int.from_bytes(bytes=iter([7])))
t(lambda: round(number=1, x=2)); t(lambda: print(1, x=2)); t(lambda: int.to_bytes(x=1))
t(lambda: 'a'.split(x=1)); t(lambda: sorted(iterable=[1])); t(lambda: sorted(x=1)); t(lambda: 'a'.encode(x=1))
