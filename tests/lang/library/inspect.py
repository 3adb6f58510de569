import inspect

def sf(a, b: int = 2, /, c='x', *args, d, e=5, **kw) -> str: 'doc'
print(inspect.signature(sf), inspect.getdoc(sf), list(inspect.signature(sf).parameters), inspect.signature(lambda: 0), inspect.iscoroutinefunction(sf), inspect.isfunction(sf), inspect.isclass(int), inspect.ismethod([].append))
print(inspect.signature(sf).bind(1, d=4).arguments, inspect.getfullargspec(sf))
async def co(): pass
c = co(); print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.getcoroutinestate(c), inspect.iscoroutinefunction(co)); c.close(); print(inspect.getcoroutinestate(c))
def g(): yield
gg = g(); print(inspect.getgeneratorstate(gg), inspect.isgenerator(gg), inspect.isgeneratorfunction(g)); next(gg); print(inspect.getgeneratorstate(gg))
