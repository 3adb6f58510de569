# What C[...] calls is looked up as an attribute of the class: a metaclass may compute it.
class Words(type):
    def __getattr__(cls, name):
        return 'computed ' + name


class Calls(type):
    def __getattr__(cls, name):
        return lambda *args: (name, args)


class Refuses(type):
    def __getattr__(cls, name):
        raise AttributeError(name)


for kind in (Words, Calls, Refuses, type):
    C = kind('C', (), {})
    try:
        print(C[1])
    except Exception as error:
        print(type(error).__name__, error)
