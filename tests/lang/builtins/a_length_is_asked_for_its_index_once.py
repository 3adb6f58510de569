class Three:
    def __init__(self, value=3):
        self.value = value

    def __index__(self):
        print('index')
        return self.value


class Sized:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        print('length')
        return self.value


for value in (Three(), Three(-1), Three(2 ** 70), True, 2.5, None):
    try:
        print(len(Sized(value)))
    except Exception as error:
        print(type(error).__name__, error)
