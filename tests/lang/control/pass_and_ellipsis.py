class Empty:
    pass


def later(): ...


print(later(), ..., type(...).__name__)
if True: pass
print('end')
