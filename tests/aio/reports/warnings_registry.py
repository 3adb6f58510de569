import warnings


def old():
    warnings.warn('old() is old', DeprecationWarning, stacklevel=2)


for turn in range(2):
    old()
old()
with warnings.catch_warnings(record=True) as caught:
    old()
    print(len(caught), caught[0].category.__name__, caught[0].lineno)
with warnings.catch_warnings(action='error'):
    try:
        old()
    except DeprecationWarning as error:
        print(repr(error))
warnings.filterwarnings('ignore', 'old', DeprecationWarning)
old()
warnings.resetwarnings()
warnings.warn('hidden by default', ResourceWarning)
print(sorted(map(str, __warningregistry__))[0])
