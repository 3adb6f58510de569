print(issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError))
print(issubclass(KeyboardInterrupt, Exception), issubclass(GeneratorExit, BaseException))
print(issubclass(FileNotFoundError, OSError), TimeoutError.__mro__[1].__name__, StopIteration.__base__.__name__)
print(issubclass(UnicodeDecodeError, ValueError), issubclass(RecursionError, RuntimeError))
