import weakref

class W: pass
w = W(); r = weakref.ref(w, lambda r: print('gone')); print(r() is w); p = weakref.proxy(w); p.z = 3; print(w.z); ws = weakref.WeakSet([w]); wk = weakref.WeakKeyDictionary({w: 1}); wv = weakref.WeakValueDictionary(k=w); print(len(ws), len(wk), len(wv), wv['k'] is w); fz = weakref.finalize(w, print, 'final'); del w; print(r(), len(ws), len(wk), len(wv), fz.alive)
try: p.z
except ReferenceError as e: print(e)
