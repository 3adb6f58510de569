#ifndef COMPILE_OPCODES_H
#define COMPILE_OPCODES_H
/* The instructions of the VM. X(name): OP name `NAME`; the comment gives the argument and the stack
 * before -> after, top of stack at the right. "may call" = may push a frame; its result arrives as
 * if the instruction had produced it. */

#define OPCODES(X)                                                                                 \
    /* arg: line. A statement (or a loop's header, once an iteration) is about to run: the only    \
       place where a line step can stop. Also marks `def`/`class` lines. */                        \
    X(LINE)                                                                                        \
    /* arg: line. A line step stops here too, but no statement begins, so it counts no hit: a      \
       `with` about to leave, the body of a lambda. */                                             \
    X(LINE_INSIDE)                                                                                 \
    X(NOP)                                                                                         \
    X(POP)                 /* a -> */                                                              \
    X(COPY)                /* n: a(n) .. a(1) -> a(n) .. a(1) a(n); n = 1 duplicates the top */    \
    X(SWAP)                /* n: swaps the top with the n-th (n = 2: the one below) */             \
    X(PUSH_NULL)           /* -> NULL */                                                           \
    X(LOAD_CONST)          /* const: -> value */                                                   \
    X(LOAD_FAST)           /* slot: -> value; UnboundLocalError */                                 \
    X(STORE_FAST)          /* slot: value -> */                                                    \
    X(DELETE_FAST)         /* slot */                                                              \
    X(LOAD_FAST_AND_CLEAR) /* slot: -> value or NULL, slot emptied (inlined comprehensions) */     \
    X(MAKE_CELL)           /* slot: the slot's value (or nothing) goes into a new cell there */    \
    X(COPY_FREE_VARS)      /* n: the closure's cells go to the last n slots */                     \
    X(LOAD_CLOSURE)        /* slot: -> the cell itself */                                          \
    X(LOAD_DEREF)          /* slot: -> contents; NameError "cannot access free variable..." */     \
    X(STORE_DEREF)         /* slot: value -> */                                                    \
    X(DELETE_DEREF)        /* slot */                                                              \
    X(LOAD_NAME)           /* name: locals dict, globals, builtins */                              \
    X(STORE_NAME)          /* name: value -> */                                                    \
    X(DELETE_NAME)         /* name */                                                              \
    X(LOAD_GLOBAL)         /* name: globals, builtins */                                           \
    X(STORE_GLOBAL)        /* name: value -> */                                                    \
    X(DELETE_GLOBAL)       /* name */                                                              \
    X(LOAD_CLASS_DEREF)    /* slot: class body: locals dict first, then the cell */                \
    X(LOAD_LOCALS)         /* -> the frame's locals dict (class body) */                           \
    X(LOAD_ATTR)           /* name: object -> value. May call */                                   \
    X(LOAD_METHOD)         /* name: object -> callable self, or value NULL. May call */            \
    X(STORE_ATTR)          /* name: value object -> . May call */                                  \
    X(DELETE_ATTR)         /* name: object -> . May call */                                        \
    X(BINARY)              /* BinaryOp: a b -> result. May call */                                 \
    X(INPLACE)             /* BinaryOp: a b -> result. May call */                                 \
    X(UNARY)               /* UnaryOp: a -> result. May call */                                    \
    X(NOT)                 /* a (a bool, after TO_BOOL) -> bool */                                 \
    X(COMPARE)             /* CompareOp: a b -> result. May call */                                \
    X(IS)                  /* 0 is, 1 is not: a b -> bool */                                       \
    X(CONTAINS)            /* 0 in, 1 not in: item container -> bool. May call */                  \
    X(TO_BOOL)             /* a -> True or False. May call */                                      \
    X(GET_ITEM)            /* container key -> value. May call */                                  \
    X(SET_ITEM)            /* value container key -> . May call */                                 \
    X(DELETE_ITEM)         /* container key -> . May call */                                       \
    X(BUILD_SLICE)         /* 2 or 3: start stop (step) -> slice */                                \
    X(JUMP)                /* target */                                                            \
    X(JUMP_IF_FALSE)       /* target: bool -> ; the operand is True or False (TO_BOOL before) */   \
    X(JUMP_IF_TRUE)        /* target: bool -> */                                                   \
    X(JUMP_IF_NONE)        /* target: a -> */                                                      \
    X(JUMP_IF_NOT_NONE)    /* target: a -> */                                                      \
    X(BUILD_TUPLE)         /* n: items -> tuple */                                                 \
    X(BUILD_LIST)          /* n: items -> list */                                                  \
    X(BUILD_SET)           /* n: items -> set */                                                   \
    X(BUILD_MAP)           /* n: k1 v1 .. kn vn -> dict */                                         \
    X(BUILD_STRING)        /* n: strs -> str */                                                    \
    X(LIST_APPEND)         /* n: value -> ; appended to the list that is n-th after the pop */     \
    X(SET_ADD)             /* n: value -> */                                                       \
    X(MAP_ADD)             /* n: key value -> */                                                   \
    X(LIST_EXTEND)         /* n: iterable -> . May call; an error if not iterable:                 \
                              "Value after * must be an iterable, not %s"; n | 256: the only star  \
                              argument of a call, which the error names: callable NULL list, or    \
                              with 512 too: callable NULL keywords list */                         \
    X(SET_UPDATE)          /* n: iterable -> . May call */                                         \
    X(DICT_UPDATE)         /* n: mapping -> . "'%s' object is not a mapping" */                    \
    X(DICT_MERGE)          /* n: mapping -> ; call keywords: duplicates are errors that name the   \
                              callable, which lies n + 2 below the dict: callable NULL args        \
                              dict */                                                              \
    X(LIST_TO_TUPLE)       /* list -> tuple */                                                     \
    X(UNPACK_SEQUENCE)     /* n: iterable -> a(n) .. a(1), first item on top. May call */          \
    X(UNPACK_EX)           /* before | after << 8: iterable -> after.. list before.. . May call */ \
    X(FORMAT_VALUE)        /* 0 none, 1 str, 2 repr, 3 ascii; | 4: a spec lies on top:             \
                              value (spec) -> str. May call */                                     \
    X(CALL)                /* n: callable self_or_NULL a1 .. an -> result. May call */             \
    X(CALL_KW)           /* n: callable self_or_NULL a1 .. an kwnames(tuple) -> result. May call;  \
                            n counts keyword values too */                                         \
    X(CALL_EX)           /* 0 or 1: callable NULL args(tuple) (kwargs dict if 1) -> result */      \
    X(MAKE_FUNCTION)     /* flags 1 defaults tuple, 2 kwdefaults dict, 4 annotations dict,         \
                            8 closure tuple; pushed in this order, then the code object -> fn */   \
    X(LOAD_BUILD_CLASS)  /* -> builtins.__build_class__ */                                         \
    X(RETURN)            /* value -> (frame ends) */                                               \
    X(YIELD)             /* 0: value -> sent value; 1: the same, but the value comes from the      \
                            delegate that lies below it (after SEND) */                            \
    X(ASYNC_YIELD)       /* value -> sent value: `yield` in an async generator */                  \
    X(GET_ITER)          /* iterable -> iterator. May call */                                      \
    X(FOR_ITER)          /* target: iterator -> iterator item; at the end: -> , jumps. May call */ \
    X(GET_YIELD_FROM)    /* iterable -> iterator (coroutines allowed where they are). May call */  \
    X(GET_AWAITABLE)     /* 0 await, 1 __aenter__, 2 __aexit__ (for the message): awaitable ->     \
                            iterator. May call */                                                  \
    X(SEND)              /* target: iterator value -> iterator yielded; when it is done:           \
                            -> result, jumps. May call */                                          \
    X(GET_AITER)         /* a -> asynchronous iterator. May call */                                \
    X(GET_ANEXT)         /* aiter -> aiter awaitable-iterator. May call */                         \
    X(END_ASYNC_FOR)     /* aiter exc -> ; re-raises exc unless it is StopAsyncIteration.          \
                            Reached by the handler of GET_ANEXT..SEND, depth = aiter */            \
    X(RAISE)             /* 0 re-raise the handled one; 1 exc; 2 exc cause */                      \
    X(RERAISE)           /* 1: lasti exc ->, 0: exc -> ; keeps the traceback, no new entry for     \
                            this line. The handler is looked up for this instruction; when 1,      \
                            `lasti` is the frame's position and what that handler is given */      \
    X(PUSH_EXC)          /* exc -> previous exc: exc becomes the handled exception */              \
    X(POP_EXCEPT)        /* previous -> : restores the handled exception */                        \
    X(CHECK_EXC_MATCH)   /* exc class-or-tuple -> exc bool; TypeError for other classes */         \
    X(CHECK_EG_MATCH)    /* exc class-or-tuple -> rest-or-None match-or-None; a match becomes the  \
                            handled exception. May call */                                         \
    X(PREP_RERAISE_STAR) /* original results(list) -> exception-or-None to raise */                \
    X(BEFORE_WITH)       /* manager -> exit(bound) entered-result. May call */                     \
    X(BEFORE_ASYNC_WITH) /* manager -> aexit(bound) awaitable. May call */                         \
    X(WITH_EXIT)         /* exit lasti previous exc -> exit lasti previous exc result:             \
                            calls exit(type(exc), exc, exc.__traceback__). May call */             \
    X(LOAD_ASSERTION_ERROR) /* -> AssertionError class */                                          \
    X(SETUP_ANNOTATIONS)    /* makes __annotations__ in the locals dict if absent */               \
    X(IMPORT_NAME)          /* name: level fromlist(tuple or None) -> module. May call */          \
    X(IMPORT_FROM)          /* name: module -> module value */                                     \
    X(IMPORT_STAR)          /* module -> */                                                        \
    X(GET_LEN)              /* a -> a int. May call */                                             \
    X(MATCH_MAPPING)        /* a -> a bool */                                                      \
    X(MATCH_SEQUENCE)       /* a -> a bool */                                                      \
    X(MATCH_KEYS)  /* subject keys(tuple) -> subject keys values-tuple-or-None. May call */        \
    X(MATCH_CLASS) /* n positional: subject class kwnames -> attrs-tuple-or-None. May call */

#define OPCODE_ENUM(name) OPCODE_##name,
typedef enum { OPCODES(OPCODE_ENUM) OPCODE_COUNT } Opcode;
#undef OPCODE_ENUM

#endif
