import copy, operator, weakref, heapq, bisect, traceback, warnings, uuid, base64, hashlib, random, io, types, typing, abc, string, time, sys, secrets, shlex, binascii, hmac
class N:
    def __init__(s, v, n=None): s.v, s.n = v, n
    def __repr__(s): return f"N({s.v})"
    def __del__(s): print("del", s.v)
a = N(1); r = weakref.ref(a, lambda ref: print("dead", ref() is None)); p = weakref.proxy(a); print(r() is a, p.v, weakref.getweakrefcount(a)); del a; print(r())
try: p.v
except ReferenceError as e: print(e)
wd = weakref.WeakValueDictionary(); b = N(2); wd["b"] = b; print(dict(wd), len(wd)); del b; print(len(wd), list(weakref.WeakSet()))
fin = weakref.finalize(c := N(3), print, "finalized"); del c; print(fin.alive)
try: weakref.ref(5)
except TypeError as e: print(e)
l = [1, [2, 3], {"k": [4]}]; s = copy.copy(l); d = copy.deepcopy(l); l[1].append(9); l[2]["k"].append(8); print(s, d, s[1] is l[1])
cyc = [1]; cyc.append(cyc); cc = copy.deepcopy(cyc); print(cc[1] is cc)
class Cp:
    def __init__(s): s.x = [1]
    def __copy__(s): print("copy"); return s
    def __deepcopy__(s, memo): print("deep", type(memo)); n = Cp(); n.x = copy.deepcopy(s.x, memo); return n
copy.copy(Cp()); print(copy.deepcopy([Cp()])[0].x, copy.replace(types.SimpleNamespace(a=1), a=2))
h = [5, 1, 4]; heapq.heapify(h); heapq.heappush(h, 0); print(h, heapq.heappop(h), heapq.nlargest(2, h), heapq.nsmallest(2, h, key=lambda x: -x), heapq.heappushpop(h, 9), heapq.heapreplace(h, 7), list(heapq.merge([1, 4], [2, 3], key=None, reverse=False)), h)
try: heapq.heappop([])
except IndexError as e: print(e)
try: heapq.heappush([(1, N)], (1, int))
except TypeError as e: print(e)
xs = [1, 3, 3, 5]; print(bisect.bisect(xs, 3), bisect.bisect_left(xs, 3), bisect.insort(xs, 4), xs, bisect.bisect([(1, "a")], 1, key=lambda t: t[0]))
print(operator.itemgetter(1, 0)("ab"), operator.attrgetter("real", "imag")(1j), operator.methodcaller("upper")("a"), operator.itemgetter(slice(1))([1, 2]), operator.add(1, 2), operator.contains([1], 1), operator.itemgetter(1), operator.attrgetter("a.b"), operator.methodcaller("f", 1, k=2))
def deep():
    try: {}["k"]
    except KeyError as e: raise ValueError("bad") from e
try: deep()
except ValueError as e:
    print(traceback.format_exc()); print(traceback.format_exception_only(e), traceback.extract_tb(e.__traceback__)[-1].name, "".join(traceback.format_exception(e, chain=False)), len(traceback.format_tb(e.__traceback__)), traceback.TracebackException.from_exception(e).exc_type_str)
    traceback.print_exc(file=sys.stdout, limit=1)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.warn("careful", UserWarning); warnings.warn("old", DeprecationWarning); print([(str(x.message), x.category.__name__, x.lineno) for x in w])
warnings.warn("shown once"); warnings.filterwarnings("error", category=RuntimeWarning)
try: warnings.warn("boom", RuntimeWarning)
except RuntimeWarning as e: print(repr(e))
print(uuid.UUID(int=5), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.UUID("12345678123456781234567812345678").hex[:4], uuid.uuid3(uuid.NAMESPACE_URL, "x").version, uuid.UUID(int=1) < uuid.UUID(int=2), repr(uuid.UUID(int=0)))
print(base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe"), base64.b32encode(b"a"), base64.b16encode(b"ab"), base64.b85encode(b"abc"), hashlib.md5(b"a").hexdigest(), hashlib.sha256("é".encode()).hexdigest()[:10], hashlib.sha1(b"").name, hmac.new(b"k", b"m", "sha256").hexdigest()[:8], binascii.hexlify(b"\x01"), hashlib.new("sha512", b"x").digest_size)
for f in (lambda: base64.b64decode("abc"), lambda: hashlib.new("nope"), lambda: hashlib.md5("str"), lambda: base64.b64encode("s"), lambda: uuid.UUID("x"), lambda: binascii.unhexlify("abc"), lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.choices([1], weights=[0]), lambda: random.sample({1}, 1), lambda: random.shuffle((1, 2)), lambda: random.randint(1.5, 2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
random.seed(42); print(random.random(), random.randint(1, 6), random.choice("abc"), random.sample(range(100), 3), random.shuffle(q := [1, 2, 3, 4]), q, random.uniform(1, 2), random.gauss(0, 1), random.choices("ab", k=5), random.randrange(0, 100, 7), random.getrandbits(10), random.betavariate(1, 2), random.expovariate(1), random.triangular(), random.normalvariate(), random.binomialvariate(10, .5), random.randbytes(3)); random.seed("text"); print(random.random()); R = random.Random(1); st = R.getstate(); x = R.random(); R.setstate(st); print(x == R.random())
f = io.StringIO("a\nb\nc"); print(f.readline(), f.read(1), f.tell(), f.readlines(), f.seek(0), [x for x in f], f.write("zz"), f.getvalue(), f.closed); bb = io.BytesIO(b"ab"); print(bb.read(1), bb.getbuffer().nbytes, bb.getvalue()); f.close()
try: f.read()
except ValueError as e: print(e)
print(shlex.split("a 'b c' d\\ e"), shlex.quote("it's"), shlex.join(["a b"]), types.SimpleNamespace(a=1, b=[2]), types.MappingProxyType({"a": 1}), isinstance(deep, types.FunctionType))
class Sh(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
    @property
    @abc.abstractmethod
    def name(self): ...
try: Sh()
except TypeError as e: print(e)
class Sq(Sh):
    def area(self): return 4
try: Sq()
except TypeError as e: print(e)
T = typing.TypeVar("T"); print(typing.Optional[int], typing.Union[int, str, None], list[int], dict[str, typing.Any], typing.Callable[[int], str], int | None, T, typing.get_type_hints(lambda: 0), typing.Literal["a", 1], typing.get_args(dict[str, int]), typing.get_origin(list[int]), typing.NamedTuple("Q", [("a", int)])(1), typing.cast(int, "x"), typing.Annotated[int, "m"], typing.ClassVar[int], typing.Tuple[int, ...])
print(secrets.token_hex(4) != "", len(sys.argv), sys.version_info[:2], sys.maxsize, sys.getrecursionlimit(), sys.byteorder, sys.platform, sys.getsizeof, sys.intern("a"))
