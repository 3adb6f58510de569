async def rec(n):
    return await rec(n - 1) if n else "deep"
try: rec(5000).send(None)
except RecursionError as e: print(e)
def g(n):
    yield from g(n - 1)
try: next(g(5000))
except RecursionError as e: print(e)
async def rec2(n):
    try:
        return await rec2(n - 1)
    finally:
        pass
try: rec2(5000).send(None)
except RecursionError as e: print(e)
def h(n):
    if n: return next(i(n - 1))
    return 0
def i(n):
    yield h(n)
try: h(5000)
except RecursionError as e: print(e)
gens = []
def deep(n):
    def g():
        yield 1
    x = g()
    gens.append(x)
    return deep(n - 1)
try: deep(5000)
except RecursionError as e: print(e)
print(next(gens[0]), next(gens[-1], 'over') in (1, 'over'))
