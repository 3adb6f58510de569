class Fragile:
    def __del__(self):
        raise ValueError('in del')


f = Fragile()
f = None
print('goes on')
