class B:
    __slots__=('name',)
    def __setattr__(s,n,v): super().__setattr__(n,v)
class D(B):
    __slots__=()
    value=3
    @property
    def p(self): return 1
class A:
    __slots__=('name',)
    run=3
class S(str):
    __slots__=('a','b')
class S2(S):
    __slots__=('c',)
class S3(S2): pass
for c in (S,S2,S3):
    o=c('hello'); o.a=[1]; o.b='two'
    print(o.a,o.b,o,len(o))
    try: o.c=5; print(o.c); o.d=6; print(o.d)
    except AttributeError as e: print(e)
    del o.a
    try: o.a
    except AttributeError as e: print(e)
def g():
    class Q:
        __slots__='x'
    try: Q().x
    except AttributeError as e: print(e)
    try: Q().y
    except AttributeError as e: print(e)
    try: Q().x += 1
    except AttributeError as e: print(e, e.name)
g()
for c in (B,D,A):
    o=c()
    try: o.name=1
    except Exception as e: print(c.__name__, 'o.name=1', e)
    o=c()
    try: o.flag=2
    except Exception as e: print(c.__name__, 'o.flag=2', e)
    o=c()
    try: del o.flag
    except Exception as e: print(c.__name__, 'del o.flag', e)
    o=c()
    try: o.value=3
    except Exception as e: print(c.__name__, 'o.value=3', e)
    o=c()
    try: del o.value
    except Exception as e: print(c.__name__, 'del o.value', e)
    o=c()
    try: o.p=3
    except Exception as e: print(c.__name__, 'o.p=3', e)
    o=c()
    try: o.run=4
    except Exception as e: print(c.__name__, 'o.run=4', e)
    o=c()
    try: del o.name
    except Exception as e: print(c.__name__, 'del o.name', e)
    o=c()
    try: o.name
    except Exception as e: print(c.__name__, 'o.name', e)
    o=c()
    try: o.run
    except Exception as e: print(c.__name__, 'o.run', e)
    o=c()
    try: object.__delattr__(o,'flag')
    except Exception as e: print(c.__name__, "object.__delattr__(o,'flag')", e)
