class T:
    def __str__(self):
        return 'str'

    def __repr__(self):
        return 'répr'


t = T()
print(f'{t} {t!s} {t!r} {t!a} {t!r:>8}')
