"""At the top level locals() is the namespace itself."""
value = 5
print(locals() is globals(), locals()['value'], vars() is globals())
locals()['made'] = 'here'
print(made)
print('value' in dir(), 'made' in dir(), 'absent' in dir())


class Body:
    inside = 1
    names = sorted(name for name in locals() if not name.startswith('_'))
    locals()['added'] = 2


def function(parameter):
    snapshot = locals()
    later = 3
    return sorted(snapshot), sorted(locals()), locals() is locals(), later


print(Body.names, Body.added, function(1))
