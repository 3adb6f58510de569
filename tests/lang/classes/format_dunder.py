class Temp:
    def __init__(self, c):
        self.c = c

    def __format__(self, spec):
        if spec == 'f':
            return f'{self.c * 9 / 5 + 32:.1f}F'
        return f'{self.c}C{spec}'


print(f'{Temp(10)} {Temp(10):f} {Temp(10):!}', format(Temp(1), 'f'), '{:f}'.format(Temp(100)))
