registry = {}


def register(cls):
    registry[cls.__name__.lower()] = cls
    cls.registered = True
    return cls


@register
class Apple:
    pass


@register
class Pear(Apple):
    pass


print(sorted(registry), Pear.registered, registry['pear'] is Pear)
