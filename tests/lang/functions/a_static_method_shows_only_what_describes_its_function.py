def f(): pass
f.n = 1
s = staticmethod(f)
print(s.__name__, s.__wrapped__ is f)
for o in (s, staticmethod(5)):
    for name in ('n', '__name__'):
        try: print(getattr(o, name))
        except AttributeError as e: print(e)
