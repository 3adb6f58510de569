#ifndef OBJECT_EXCEPTIONS_H
#define OBJECT_EXCEPTIONS_H
/* The exception tree: X(name, base, module or NULL for builtins, extra). `extra` says which
 * attributes it has beside args: see ExcExtra. */

#include "object/object.h"

typedef enum {
    EXC_PLAIN,
    EXC_VALUE,     /* StopIteration: extra[0] = value */
    EXC_CODE,      /* SystemExit: extra[0] = code */
    EXC_NAME,      /* NameError: extra[0] = name */
    EXC_ATTRIBUTE, /* AttributeError: extra[0] = name, extra[1] = obj */
    EXC_IMPORT,    /* ImportError: extra[0] = name, extra[1] = path, extra[2] = name_from */
    EXC_OS,        /* OSError: extra[0] = errno, extra[1] = strerror, extra[2] = filename */
    EXC_SYNTAX,    /* SyntaxError: msg, filename, lineno, offset, text, end_lineno, end_offset */
    EXC_UNICODE,   /* UnicodeDecodeError, EncodeError, TranslateError: the last has no encoding */
    EXC_GROUP,     /* BaseExceptionGroup: extra[0] = message, extra[1] = exceptions (tuple) */
    EXC_KEY        /* KeyError: __str__ is the repr of a single argument */
} ExcExtra;

#define EXCEPTIONS(X)                                                                              \
    X(BaseException, object, NULL, EXC_PLAIN)                                                      \
    X(Exception, BaseException, NULL, EXC_PLAIN)                                                   \
    X(BaseExceptionGroup, BaseException, NULL, EXC_GROUP)                                          \
    X(ExceptionGroup, BaseExceptionGroup, NULL, EXC_GROUP) /* and Exception: a second base */      \
    X(GeneratorExit, BaseException, NULL, EXC_PLAIN)                                               \
    X(KeyboardInterrupt, BaseException, NULL, EXC_PLAIN)                                           \
    X(SystemExit, BaseException, NULL, EXC_CODE)                                                   \
    X(ArithmeticError, Exception, NULL, EXC_PLAIN)                                                 \
    X(FloatingPointError, ArithmeticError, NULL, EXC_PLAIN)                                        \
    X(OverflowError, ArithmeticError, NULL, EXC_PLAIN)                                             \
    X(ZeroDivisionError, ArithmeticError, NULL, EXC_PLAIN)                                         \
    X(AssertionError, Exception, NULL, EXC_PLAIN)                                                  \
    X(AttributeError, Exception, NULL, EXC_ATTRIBUTE)                                              \
    X(BufferError, Exception, NULL, EXC_PLAIN)                                                     \
    X(EOFError, Exception, NULL, EXC_PLAIN)                                                        \
    X(ImportError, Exception, NULL, EXC_IMPORT)                                                    \
    X(ModuleNotFoundError, ImportError, NULL, EXC_IMPORT)                                          \
    X(LookupError, Exception, NULL, EXC_PLAIN)                                                     \
    X(IndexError, LookupError, NULL, EXC_PLAIN)                                                    \
    X(KeyError, LookupError, NULL, EXC_KEY)                                                        \
    X(MemoryError, Exception, NULL, EXC_PLAIN)                                                     \
    X(NameError, Exception, NULL, EXC_NAME)                                                        \
    X(UnboundLocalError, NameError, NULL, EXC_NAME)                                                \
    X(OSError, Exception, NULL, EXC_OS)                                                            \
    X(BlockingIOError, OSError, NULL, EXC_OS)                                                      \
    X(ChildProcessError, OSError, NULL, EXC_OS)                                                    \
    X(ConnectionError, OSError, NULL, EXC_OS)                                                      \
    X(BrokenPipeError, ConnectionError, NULL, EXC_OS)                                              \
    X(ConnectionAbortedError, ConnectionError, NULL, EXC_OS)                                       \
    X(ConnectionRefusedError, ConnectionError, NULL, EXC_OS)                                       \
    X(ConnectionResetError, ConnectionError, NULL, EXC_OS)                                         \
    X(FileExistsError, OSError, NULL, EXC_OS)                                                      \
    X(FileNotFoundError, OSError, NULL, EXC_OS)                                                    \
    X(InterruptedError, OSError, NULL, EXC_OS)                                                     \
    X(IsADirectoryError, OSError, NULL, EXC_OS)                                                    \
    X(NotADirectoryError, OSError, NULL, EXC_OS)                                                   \
    X(PermissionError, OSError, NULL, EXC_OS)                                                      \
    X(ProcessLookupError, OSError, NULL, EXC_OS)                                                   \
    X(TimeoutError, OSError, NULL, EXC_OS)                                                         \
    X(ReferenceError, Exception, NULL, EXC_PLAIN)                                                  \
    X(RuntimeError, Exception, NULL, EXC_PLAIN)                                                    \
    X(NotImplementedError, RuntimeError, NULL, EXC_PLAIN)                                          \
    X(RecursionError, RuntimeError, NULL, EXC_PLAIN)                                               \
    X(PythonFinalizationError, RuntimeError, NULL, EXC_PLAIN)                                      \
    X(StopAsyncIteration, Exception, NULL, EXC_PLAIN)                                              \
    X(StopIteration, Exception, NULL, EXC_VALUE)                                                   \
    X(SyntaxError, Exception, NULL, EXC_SYNTAX)                                                    \
    X(IndentationError, SyntaxError, NULL, EXC_SYNTAX)                                             \
    X(TabError, IndentationError, NULL, EXC_SYNTAX)                                                \
    X(SystemError, Exception, NULL, EXC_PLAIN)                                                     \
    X(TypeError, Exception, NULL, EXC_PLAIN)                                                       \
    X(ValueError, Exception, NULL, EXC_PLAIN)                                                      \
    X(UnicodeError, ValueError, NULL, EXC_PLAIN)                                                   \
    X(UnicodeDecodeError, UnicodeError, NULL, EXC_UNICODE)                                         \
    X(UnicodeEncodeError, UnicodeError, NULL, EXC_UNICODE)                                         \
    X(UnicodeTranslateError, UnicodeError, NULL, EXC_UNICODE)                                      \
    X(Warning, Exception, NULL, EXC_PLAIN)                                                         \
    X(BytesWarning, Warning, NULL, EXC_PLAIN)                                                      \
    X(DeprecationWarning, Warning, NULL, EXC_PLAIN)                                                \
    X(EncodingWarning, Warning, NULL, EXC_PLAIN)                                                   \
    X(FutureWarning, Warning, NULL, EXC_PLAIN)                                                     \
    X(ImportWarning, Warning, NULL, EXC_PLAIN)                                                     \
    X(PendingDeprecationWarning, Warning, NULL, EXC_PLAIN)                                         \
    X(ResourceWarning, Warning, NULL, EXC_PLAIN)                                                   \
    X(RuntimeWarning, Warning, NULL, EXC_PLAIN)                                                    \
    X(SyntaxWarning, Warning, NULL, EXC_PLAIN)                                                     \
    X(UnicodeWarning, Warning, NULL, EXC_PLAIN)                                                    \
    X(UserWarning, Warning, NULL, EXC_PLAIN)                                                       \
    X(CancelledError, BaseException, "asyncio.exceptions", EXC_PLAIN)                              \
    X(InvalidStateError, Exception, "asyncio.exceptions", EXC_PLAIN)

/* Every exception instance begins with this, subclasses of the program included. */
typedef struct Exc {
    Obj h;
    Dict *dict;
    Obj *args;      /* Tuple */
    Obj *cause;     /* NULL = none */
    Obj *context;   /* NULL = none */
    Obj *traceback; /* NULL = none; object/traceback.h */
    Obj *extra[7];
    uint8_t suppress_context;
} Exc;

#define EXC(o) ((Exc *)(o))
/* Owned instance of a built-in class with one message argument (NULL = none). */
Obj *exc_new(Engine *e, int type_id, const char *message);
/* The same with an argument object (borrowed). */
Obj *exc_new_with(Engine *e, int type_id, Obj *argument);
/* How the built-in class is described, for types_boot(). */
TypeSpec exc_type_spec(int type_id);
uint8_t exc_type_extra(int type_id);
/* Ends __context__ chains that would lead back to `exception`, then links it (both borrowed). */
void exc_link_context(Engine *e, Obj *exception, Obj *context);
/* Owned group of the class for these exceptions: ExceptionGroup when all of them are Exceptions. */
Obj *exc_group_new(Engine *e, Obj *message, Tuple *exceptions);
extern const NativeDef exc_group_methods[]; /* vm/exc_group.c */

#endif
