#ifndef OBJECT_NAMES_H
#define OBJECT_NAMES_H
/* Names that the engine itself looks up. X(field, text); kept sorted within each group. */

#define DUNDER(X, n) X(n, #n)
/* clang-format off */ /* it never settles where these lines break */
#define NAMES(X) \
    DUNDER(X, __abs__) DUNDER(X, __add__) DUNDER(X, __aenter__) DUNDER(X, __aexit__) \
    DUNDER(X, __aiter__) DUNDER(X, __and__) DUNDER(X, __anext__) DUNDER(X, __annotations__) \
    DUNDER(X, __await__) DUNDER(X, __bool__) DUNDER(X, __build_class__) DUNDER(X, __builtins__) \
    DUNDER(X, __bytes__) DUNDER(X, __call__) DUNDER(X, __cause__) DUNDER(X, __ceil__) \
    DUNDER(X, __class__) DUNDER(X, __class_getitem__) DUNDER(X, __classcell__) \
    X(complex_, "__complex__") DUNDER(X, __contains__) DUNDER(X, __context__) DUNDER(X, __del__) \
    DUNDER(X, __delattr__) DUNDER(X, __delete__) DUNDER(X, __delitem__) DUNDER(X, __dict__) \
    DUNDER(X, __dir__) DUNDER(X, __divmod__) DUNDER(X, __doc__) DUNDER(X, __enter__) \
    DUNDER(X, __eq__) DUNDER(X, __exit__) DUNDER(X, __file__) DUNDER(X, __float__) \
    DUNDER(X, __floor__) DUNDER(X, __floordiv__) DUNDER(X, __format__) DUNDER(X, __ge__) \
    DUNDER(X, __get__) DUNDER(X, __getattr__) DUNDER(X, __getattribute__) DUNDER(X, __getitem__) \
    DUNDER(X, __gt__) DUNDER(X, __hash__) DUNDER(X, __iadd__) DUNDER(X, __iand__) \
    DUNDER(X, __ifloordiv__) DUNDER(X, __ilshift__) DUNDER(X, __imatmul__) DUNDER(X, __imod__) \
    DUNDER(X, __imul__) DUNDER(X, __index__) DUNDER(X, __init__) DUNDER(X, __init_subclass__) \
    DUNDER(X, __instancecheck__) DUNDER(X, __int__) DUNDER(X, __invert__) DUNDER(X, __ior__) \
    DUNDER(X, __ipow__) DUNDER(X, __irshift__) DUNDER(X, __isub__) DUNDER(X, __iter__) \
    DUNDER(X, __itruediv__) DUNDER(X, __ixor__) DUNDER(X, __kwdefaults__) DUNDER(X, __defaults__) \
    DUNDER(X, __le__) DUNDER(X, __len__) DUNDER(X, __length_hint__) DUNDER(X, __lshift__) \
    DUNDER(X, __lt__) DUNDER(X, __main__) DUNDER(X, __matmul__) DUNDER(X, __missing__) \
    DUNDER(X, __mod__) DUNDER(X, __module__) DUNDER(X, __mro__) DUNDER(X, __mro_entries__) \
    DUNDER(X, __mul__) DUNDER(X, __name__) DUNDER(X, __ne__) DUNDER(X, __neg__) \
    DUNDER(X, __new__) DUNDER(X, __next__) DUNDER(X, __notes__) DUNDER(X, __or__) \
    DUNDER(X, __package__) DUNDER(X, __pos__) DUNDER(X, __pow__) DUNDER(X, __prepare__) \
    DUNDER(X, __qualname__) DUNDER(X, __radd__) DUNDER(X, __rand__) DUNDER(X, __repr__) \
    DUNDER(X, __reversed__) DUNDER(X, __rfloordiv__) DUNDER(X, __rlshift__) \
    DUNDER(X, __rmatmul__) DUNDER(X, __rmod__) DUNDER(X, __rmul__) DUNDER(X, __ror__) \
    DUNDER(X, __round__) DUNDER(X, __rpow__) DUNDER(X, __rrshift__) DUNDER(X, __rshift__) \
    DUNDER(X, __rsub__) DUNDER(X, __rtruediv__) DUNDER(X, __rxor__) DUNDER(X, __set__) \
    DUNDER(X, __set_name__) DUNDER(X, __setattr__) DUNDER(X, __setitem__) DUNDER(X, __slots__) \
    DUNDER(X, __str__) DUNDER(X, __sub__) DUNDER(X, __subclasscheck__) \
    DUNDER(X, __suppress_context__) DUNDER(X, __traceback__) DUNDER(X, __truediv__) \
    DUNDER(X, __trunc__) DUNDER(X, __type_params__) DUNDER(X, __typing_subst__) DUNDER(X, __wrapped__) DUNDER(X, __xor__) \
    DUNDER(X, __all__) DUNDER(X, __weakref__) DUNDER(X, __orig_bases__) \
    DUNDER(X, __abstractmethods__) DUNDER(X, __isabstractmethod__) DUNDER(X, __match_args__) \
    X(args, "args") X(builtins, "builtins") X(cancel, "cancel") X(close, "close") X(code, "code") \
    X(end, "end") X(file, "file") X(flush, "flush") X(format, "format") X(items, "items") X(join, "join") \
    X(key, "key") X(keys, "keys") X(metaclass, "metaclass") X(name, "name") X(obj, "obj") \
    X(send, "send") X(sep, "sep") X(strict, "strict") X(throw_, "throw") X(value, "value") \
    X(write, "write") X(lambda_, "<lambda>") X(locals_, "<locals>") X(module_, "<module>") \
    X(asyncio, "asyncio") X(reverse, "reverse") X(default_, "default") X(get, "get") \
    X(queue_, "_queue") X(getters_, "_getters") X(putters_, "_putters") X(maxsize_, "_maxsize") \
    X(is_shutdown_, "_is_shutdown") X(unfinished_tasks_, "_unfinished_tasks") \
    X(finished_, "_finished") X(value_, "_value")
/* clang-format on */

#endif
