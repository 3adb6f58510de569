class Own(ExceptionGroup):
    def derive(self, excs):
        print('derive', excs)
        return Own(self.message, excs)
g = ExceptionGroup('a', [Own('b', [TypeError(4), OSError(7)]), ValueError(1)])
print(g.subgroup(LookupError))
print(g.subgroup(OSError))
print(g.split(OSError))
try: ExceptionGroup(None, [1])
except TypeError as e: print(e)
