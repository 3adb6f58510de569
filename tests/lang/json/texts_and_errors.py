import json

print(json.dumps({'a': [1, 2.5, None, True, 'x"\n\u00e9'], 'b': {}, 'c': []}), json.dumps([1,{'k':(1,2)}], indent=2), json.dumps({'b':1,'a':2}, sort_keys=True, separators=(',',':')), json.dumps('é😀', ensure_ascii=False), json.dumps('é😀'), json.dumps({1: 'a', None: 2, True: 3, 1.5: 2}))
print(json.loads('{"a": [1, 2.5e3, null, true, "x\\u00e9\\n"], "b": {"c": -0.5}}'), json.loads('  [] '), json.loads('"\\ud83d\\ude00"'), json.loads('1e5'), json.loads('12'), json.loads('NaN'))
for s in ('{', '[1,]', '{"a" 1}', 'abc', '[1 2]', '"abc', '', '{"a":1}x', "{'a':1}", '{"a":1,}', '"\\x"', '[1,\n2,,]'):
    try: json.loads(s)
    except json.JSONDecodeError as e: print(repr(s), e, e.lineno, e.colno, e.pos)
try: json.dumps({1,2})
except TypeError as e: print(e)
try: json.dumps({(1,2): 3})
except TypeError as e: print(e)
l=[]; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
class E(json.JSONEncoder):
    def default(self, o): return list(o)
print(json.dumps({1,2}, cls=E), json.dumps(object, default=lambda o: 'obj'), json.loads('{"a":1}', object_hook=lambda d: list(d)), json.dumps(float('inf')))
