class Thermo:
    def __init__(self):
        self._c = 0

    @property
    def celsius(self):
        """Degrees."""
        return self._c

    @celsius.setter
    def celsius(self, value):
        if value < -273:
            raise ValueError('too cold')
        self._c = value

    @celsius.deleter
    def celsius(self):
        self._c = None


t = Thermo()
t.celsius = 20
print(t.celsius, Thermo.celsius.__doc__)
try:
    t.celsius = -300
except ValueError as error:
    print(error)
del t.celsius
print(t.celsius)
