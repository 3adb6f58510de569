import json
from decimal import Decimal
data = {"name": "Ann", "tags": ["a", "b"], "n": None, "t": True, "f": 1.5, "nested": {"k": [1, [2, {}]]}, "u": "é\u2028\n\"", 1: "int key", None: 0, 2.5: 1, True: "x"}
print(json.dumps(data)); print(json.dumps(data, indent=2, ensure_ascii=False)); print(json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")))
print(json.dumps([], indent=2), json.dumps({}, indent=1), json.dumps([[]], indent="--"), json.dumps((1, 2)), json.dumps("x"), json.dumps(float("nan")), json.dumps([float("inf")]), json.dumps(1e100), json.dumps(10**30))
class P:
    def __init__(self, x): self.x = x
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, P): return {"__p__": o.x}
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(json.dumps([P(1), {2, 1}], cls=Enc), json.dumps(P(3), default=lambda o: o.__dict__))
def hook(d): return P(d["__p__"]) if "__p__" in d else d
print(json.loads('[{"__p__": 4}]', object_hook=hook)[0].x, json.loads('{"a": 1, "b": 2}', object_pairs_hook=list), json.loads("1.10", parse_float=Decimal), json.loads("7", parse_int=float), json.loads('[1e3, -0, -0.0, 1E-2, true, null, "\\u00e9\\ud83d\\ude00"]'))
for bad in ("", "{", "[1,]", '{"a" 1}', "{'a': 1}", '{"a": 1,}', "nul", "[1 2]", '"abc', '"a\nb"', "01", "1.", "+1", '{"a": 1} x', "[", '{"a":}', '{1: 2}', "NaN", "Infinity", '"\\x"', '"\\u12"', "\ufeff1", " ", "tru", "[1,,2]", '{"a"', '{"a":1', "-"):
    try:
        print(repr(json.loads(bad)))
    except json.JSONDecodeError as e:
        print(repr(bad), e, e.pos, e.lineno, e.colno)
for bad in ({1, 2}, {(1, 2): 3}, object, [P(1)], b"x", 1j):
    try:
        print(json.dumps(bad))
    except TypeError as e:
        print(e, getattr(e, "__notes__", None))
l = []; l.append(l)
try:
    json.dumps(l)
except ValueError as e:
    print(e)
try:
    json.dumps(float("nan"), allow_nan=False)
except ValueError as e:
    print(e)
print(json.dumps({(1, 2): 3, "a": 1}, skipkeys=True), json.JSONEncoder(indent=1).encode([1]), list(json.JSONEncoder().iterencode([1, {"a": 2}])), json.JSONDecoder().raw_decode('[1] tail'))
import io
f = io.StringIO(); json.dump({"a": [1]}, f, indent=4); print(f.getvalue()); f.seek(0); print(json.load(f))
try:
    json.loads(5)
except TypeError as e:
    print(e)
print(json.loads(b'{"a": "\xc3\xa9"}'))
json.loads("[1, 2")
