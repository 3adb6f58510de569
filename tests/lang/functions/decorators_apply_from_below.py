def tag(name):
    def decorate(function):
        return lambda: f'<{name}>{function()}</{name}>'

    return decorate


@tag('b')
@tag('i')
@tag('u')
def text():
    return 'x'


print(text())
