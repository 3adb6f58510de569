class Thing:
    value = 1


t = Thing()
for action in (lambda: t.valu, lambda: Thing.other, lambda: None.x, lambda: 'a'.foo, lambda: [].push):
    try:
        action()
    except AttributeError as error:
        print(error)
