import textwrap, pprint, string
t = "The quick brown fox jumps over the lazy dog. Supercalifragilisticexpialidocious words-with-hyphens and   spaces.\n\nNew paragraph\there."
print(textwrap.fill(t, 30)); print(textwrap.wrap(t, 20, break_long_words=False, break_on_hyphens=False)); print(textwrap.shorten(t, 40), textwrap.shorten(t, 20, placeholder="~"))
print(textwrap.fill(t, 40, initial_indent="* ", subsequent_indent="  ", max_lines=2, placeholder=" [..]"))
print(repr(textwrap.dedent("""
    a
      b
\t
    c
""")), repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\nb", "+", lambda l: True)))
print(textwrap.TextWrapper(width=10, drop_whitespace=False, replace_whitespace=False, expand_tabs=False, fix_sentence_endings=True).wrap("a b.  c\td e\nf"))
for bad in (lambda: textwrap.wrap("a", 0), lambda: textwrap.shorten("aaa bbb", 2), lambda: textwrap.dedent(5)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
data = {"name": "x" * 30, "list": list(range(30)), "nested": {"a": [{"b": (1, 2)}, (3, 1)], "z": None}, "t": (1,), "s": "long text " * 12, "e": {}, 5: b"bytes" * 20}
pprint.pprint(data); pprint.pprint(data, width=40, compact=True, sort_dicts=False); pprint.pprint([1, 2]); pprint.pprint(data, depth=1); print(pprint.pformat({"b": 1, "a": 2}), pprint.isreadable(data), pprint.saferepr([1]))
class C:
    def __repr__(self): return "C()\nline2"
pprint.pprint([C(), C()] * 8); pprint.pp({"b": 1, "a": [1] * 40}, indent=4, width=50, underscore_numbers=True); pprint.pprint(1234567, underscore_numbers=True)
from dataclasses import dataclass
@dataclass
class D:
    a: int; b: list; c: str = "q"
pprint.pprint(D(1, list(range(40)))); pprint.pprint([D(1, [2])])
from collections import *
pprint.pprint(OrderedDict((k, k * 20) for k in "abcd")); pprint.pprint(defaultdict(list, {"a": list(range(40))})); pprint.pprint(Counter("hello" * 3)); pprint.pprint(deque(range(40))); pprint.pprint(ChainMap({"a": 1}, {"b": list(range(30))}))
s = string.Template("$who likes ${what} $$5"); print(s.substitute(who="A", what="b"), s.safe_substitute(who="A"), s.get_identifiers(), s.is_valid())
print(string.capwords("hello big world"), string.ascii_letters[:5], string.punctuation, string.Formatter().format("{0} {a}", 1, a=2), list(string.Formatter().parse("a{b!r:>{w}}c{{")))
class F(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, f"<{k}>") if isinstance(k, str) else super().get_value(k, a, kw)
    def format_field(self, v, spec): return super().format_field(v, spec).upper()
print(F().format("{x} {0:>5} {y}", "ab", y="yes"))
pprint.pprint({"k": {"deep": {"deeper": {"deepest": "x" * 60}}}}); pprint.pprint("word " * 40); pprint.pprint({"s": "word " * 30, "b": bytes(range(60))}); pprint.pprint((("a" * 50,), ["b" * 50])); pprint.pprint({i: {j: i * j for j in range(5)} for i in range(4)}, width=30)
s.substitute(who=1)
