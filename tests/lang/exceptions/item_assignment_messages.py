def a(): (1,)[0] = 2
def b(): 'ab'[0] = 'c'
def c(): del (1,)[0]
def d(): None.x = 1
def e(): [1][5] = 0
def f(): del {}['k']
def g(): (5).real = 1
def h(): len.x = 1


for action in (a, b, c, d, e, f, g, h):
    try:
        action()
    except Exception as error:
        print(type(error).__name__ + ':', error)
