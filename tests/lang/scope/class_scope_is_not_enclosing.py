x = 'global'


class C:
    x = 'class'
    copy = x

    def method(self):
        return x


print(C.copy, C().method(), C.x)
