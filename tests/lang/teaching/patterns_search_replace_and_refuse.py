import re
text = "Ann <ann@x.org>, Bob <bob@y.com>; tel: 555-1234, 555-9876. Date 2024-01-31"
print(re.findall(r"\w+@\w+\.\w+", text), re.findall(r"(\w+)@(\w+)", text), re.search(r"(\d{3})-(\d{4})", text), re.search(r"zzz", text))
m = re.search(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", text)
print(m.group(), m.group(1, "m"), m.groups(), m.groupdict(), m.span("y"), m.start(), m.end(), m["d"], m.lastgroup, m.lastindex, m.re.pattern, m.string[:3], m.pos, m.endpos, m.expand(r"\g<d>/\2/\1"))
print(re.sub(r"\d", "#", "a1b22", count=2), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "1 20 x"), re.subn("a", "b", "banana"), re.split(r"[;,]\s*", "a, b;c"), re.split(r"(,)", "a,b,c", maxsplit=1), re.split("x*", "axb"))
print([m.span() for m in re.finditer("a*", "baac")], re.match("a", "ba"), re.fullmatch("a+", "aaa"), re.escape("a.b*c"), re.compile("x", re.I | re.M), re.compile(r"a(?#c)b", re.X).flags, re.IGNORECASE, repr(re.A | re.S))
p = re.compile(r"""
  ^(?P<key>\w+)   # key
  \s*=\s*
  (?P<val>.*?)$   # value
""", re.VERBOSE | re.MULTILINE)
print([m.groupdict() for m in p.finditer("a = 1\nb=two words\n")], p.groups, p.groupindex, p.findall("x=1"), p.search("q"), p.pattern[:4])
print(re.findall(r"(?<=\$)\d+", "$5 $10 7"), re.findall(r"\b(?!un)\w+", "undo redo"), re.sub(r"(?i)hello", "bye", "HeLLo"), re.findall(r"(.)\1", "aabbc"), re.match(r"(a)?b", "b").groups("none"), re.findall(r"^\w", "ab\ncd", re.M), re.search("a.b", "a\nb", re.S), re.findall(r"[^\W\d_]+", "ab1_é"), re.match(r"\d+?", "123")[0], re.sub("", "-", "abc"), re.findall(r"a{2,3}", "aaaaaa"), re.search(b"b", b"abc"), re.match(r"(?:(a)|b)*", "ab").group(1))
print(m, re.compile("a"), re.compile(b"a"), type(m), bool(m), re.error is re.PatternError, copy if False else "")
for bad in (lambda: re.compile("("), lambda: re.compile("[a"), lambda: re.compile("*a"), lambda: re.compile("a**"), lambda: re.compile("(?P<1>a)"), lambda: re.compile("(?P<n>a)(?P<n>b)"), lambda: re.compile("\\"), lambda: re.compile("(?z)"), lambda: re.compile("[z-a]"), lambda: re.compile("a{3,2}"), lambda: re.compile(")"), lambda: re.compile("(?<=a*)b"), lambda: re.compile("\\1"), lambda: re.sub("a", "\\1", "a"), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: m.group(9), lambda: m["zz"], lambda: re.match(5, "a"), lambda: re.sub("a", 5, "a"), lambda: re.compile("(?P=x)"), lambda: re.compile("\\q"), lambda: re.compile("a", "b"), lambda: re.split("a")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "pos", None), getattr(e, "lineno", None))
def tokenize(code):
    spec = [("NUM", r"\d+(\.\d*)?"), ("ID", r"[A-Za-z]+"), ("OP", r"[+\-*/=]"), ("NL", r"\n"), ("WS", r"[ \t]+"), ("BAD", r".")]
    line = 1
    for mo in re.finditer("|".join("(?P<%s>%s)" % pair for pair in spec), code):
        kind, value = mo.lastgroup, mo.group()
        if kind == "NL": line += 1
        elif kind == "WS": continue
        elif kind == "BAD": raise RuntimeError(f"{value!r} unexpected on line {line}")
        else: yield kind, value, line, mo.start()
print(list(tokenize("x = 3.5\ny = x*2")))
list(tokenize("a ? b"))
