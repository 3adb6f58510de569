# Warnings of the compiler: values of parameters before annotations, bodies before bases, tests of loops twice.
def f(k):
    a = (1, 'a')['b']
    b = f"{(1, 'a')['b']}"
    c = [(1, k)['b']]
    d = (1, 'a')['b', 2]
    e = (1, 'a')[1.5]
    g = ((1, 2), (3, 4)['b'])
    h = (1, 'a')['b'] if k else 0
    i = [(1,2)['b'] for _ in k]
    l = lambda: (1,2)['c']
    m = [(1,2)('x')]
    n = 'a'['b']
    o = [1,2]['b']
    p = [1][()]
    q = (1,2)[None], (1, 2)[...], (1,2)[b'x'], (1,2)[f'{k}'], (1,2)[{}], (1,2)[k:k], (1,2)[1j], (1,2)[True], (1,2)[()]
    r = f'{k}'['x']; s = f'{k}'[1.0]; t = (i for i in k)['x']; v = {1: 2}['b']; w = 5['x']; x = 5[0]; y = ...[0]; z = None[0]
    a = b'x'['y']; a = (1,)['b'] = 5
    del (1,2)['b']
    (1,2)['b'] += 1
    a = [*k]['x']; a = [x for x in k]['y']; a = {x:x for x in k}['y']; a = (lambda: 1)[1]; a = (1,k)['a']['b']; a = (k, 1)[-1]; a = (1,2)[-'x']; a = (1,2)['a' 'b']; a = (1,2)['a'+'b']; a = (1,2)[(1,2)]; a= (1,2)[1 < 2]; a = (1,2)[not 1]
def g(x: (1,2)['b'] = (1,2)['c']) -> (1,2)['d']:
    assert (1,2)['e'], (1,2)['f']
    return (1,2)['g']
class C((1,2)['h']):
    x: (1,2)['i']
    match (1,2)['j']:
        case _ if (1,2)['k']: pass
    f"{1:{(1,2)['l']}}"
    while (1,2)['m']: pass
    for _ in (1,2)['n']: pass
    with (1,2)['o'] as z: pass
    (1,2)['p']
    try: pass
    except (1,2)['q']: pass
    if 0: (1,2)['r']
    print(*(1,2)['s'], **(1,2)['t'])
    type X = (1,2)['u']
    (y := (1,2)['v'])
    (1,2)['a':'b']; ()['w']; ('a')['b']; ('a',)['b']
    raise (1,2)['x'] from (1,2)['y']
