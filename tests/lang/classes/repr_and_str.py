class Both:
    def __repr__(self):
        return 'Both()'

    def __str__(self):
        return 'both'


class OnlyRepr:
    def __repr__(self):
        return 'R'


print(Both(), repr(Both()), [Both()], f'{Both()} {Both()!r}')
print(OnlyRepr(), str(OnlyRepr()), '%s %r' % (Both(), Both()))
