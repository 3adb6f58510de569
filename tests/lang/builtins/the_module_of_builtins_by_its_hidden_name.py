print(__builtins__.len([1, 2]))
print(__builtins__)


def longest(*words):
    return __builtins__.max(words, key=__builtins__.len)


print(longest('a', 'ccc', 'bb'))
import builtins
print(builtins is __builtins__, hasattr(__builtins__, 'print'), hasattr(__builtins__, 'prinnt'))
