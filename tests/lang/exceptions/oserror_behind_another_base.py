class A(Exception): pass
class B(A, OSError): pass
e=B(1,'x'); print(e.errno, e.strerror, repr(e), str(e))
class C(B):
    def __init__(self, a, b):
        self.q = a
        super().__init__(b.errno, b.strerror)
        self.args = a, b
e=C('k', OSError(5,'five')); print(e.errno, e.strerror, repr(e), str(e))
