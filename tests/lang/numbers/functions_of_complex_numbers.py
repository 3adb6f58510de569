import cmath, math
def show(what):
    try: print(what())
    except Exception as e: print(type(e).__name__, e)
for f in (cmath.sqrt, cmath.exp, cmath.log, cmath.log10, cmath.sin, cmath.cos, cmath.tan, cmath.sinh, cmath.cosh, cmath.tanh, cmath.asin, cmath.acos, cmath.atan, cmath.asinh, cmath.acosh, cmath.atanh, cmath.phase, cmath.polar):
    for z in (1+2j, -1, -1+0.5j, 0.5, 2.5j, 3-4j, 0, 1):
        show(lambda: (f.__name__, z, f(z)))
    show(lambda: f('a'))
show(lambda: cmath.rect(2, math.pi / 2)); show(lambda: cmath.isclose(1j, 1j + 1e-12)); show(lambda: cmath.log(8, 2)); show(lambda: cmath.exp(1000)); show(lambda: (cmath.pi, cmath.infj, cmath.nanj)); show(lambda: cmath.isnan(cmath.nanj))
