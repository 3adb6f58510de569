import copy, io, os, string, textwrap

class A:
    def __init__(s, x): s.x = x; s.l = [1, [2]]
o = A(3); c1 = copy.copy(o); c2 = copy.deepcopy(o); print(c1.l is o.l, c2.l is o.l, c2.l, c2.x, copy.deepcopy({'a': [1, (2, [3])]}), copy.copy([1]), copy.deepcopy((1,2)))
cyc = [1]; cyc.append(cyc); d = copy.deepcopy(cyc); print(d[1] is d, d is cyc)
print(string.ascii_lowercase, string.Template('$a ${b} $$').substitute(a=1, b=2), string.Template('$x $y').safe_substitute(x=1), string.capwords('hello  world'), string.digits)
try: string.Template('$a $').substitute(a=1)
except ValueError as e: print(e)
text = 'The quick brown fox jumped over the lazy dog. It was well-known for jumping.'
print(textwrap.fill(text, 20)); print(textwrap.wrap(text, 30), textwrap.shorten(text, 30), repr(textwrap.dedent('''
    a
      b
    c''')), repr(textwrap.indent('a\nb\n', '> ')))
s = io.StringIO('l1\nl2\n'); print(s.readline(), list(s), s.read()); s.write('x'); print(repr(s.getvalue()), s.tell()); s.seek(0); print(repr(s.read(2)))
with io.StringIO() as f: print('to f', file=f); print(repr(f.getvalue()))
b2 = io.BytesIO(b'abc'); print(b2.read(2), b2.getvalue())
print(os.path.join('a', 'b', '/c', 'd'), os.path.basename('/x/y.txt'), os.path.splitext('a.tar.gz'), os.path.dirname('/a/b'), os.sep, os.environ.get('NOPE_X'), os.path.normpath('a/../b//c/.'))
