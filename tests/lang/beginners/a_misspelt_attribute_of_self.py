class A:
    def __init__(self):
        self.count = 0
    def inc(self):
        cuont = self.cuont + 1
A().inc()
