class B(int): pass
class I:
    def __int__(self): return True
class J:
    def __int__(self): return B(3)
    def __index__(self): return B(4)
class F(float): pass
class G:
    def __float__(self): return F(2.5)
print(int(I()), int(J()), [1, 2, 3, 4, 5][J()])
print(float(G()))
