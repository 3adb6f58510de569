class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


public = Loud('public')
_private = Loud('private')
__both = Loud('both')
another = Loud('another')
_last = Loud('last')
print('end')
