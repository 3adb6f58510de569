"""NotImplemented counts as true, with a warning."""
if NotImplemented:
    print('true')


class Stranger:
    def __contains__(self, item):
        return NotImplemented


print(1 in Stranger())
print(not NotImplemented)
