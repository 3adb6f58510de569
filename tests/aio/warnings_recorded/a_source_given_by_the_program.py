import warnings


class File:
    def __del__(self):
        warnings.warn('not closed', ResourceWarning, source=self)


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    File()
    warnings.warn('plain')
for one in seen:
    print(one.category.__name__, one.message, type(one.source).__name__)
seen.clear()
print('end')
