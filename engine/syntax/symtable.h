#ifndef SYNTAX_SYMTABLE_H
#define SYNTAX_SYMTABLE_H
/* Which variable every name of a program means: one scope per module, function, lambda, class,
   comprehension, generator expression and (PEP 695) annotation scope.

   List, set and dict comprehensions have a scope but no frame, as in CPython 3.13 (PEP 709): the
   compiler inlines them into `host`. Their own variables are slots of the host's frame, apart from
   the host's variables of the same name, because a slot is identified by the pair
   (SymName.owner, name). A cell of a comprehension is made anew each time it runs. The first
   iterable of a comprehension or generator expression is analysed in, and belongs to, the scope
   around it; everything else belongs to the comprehension's scope. A generator expression is a
   scope with a frame of its own and takes its first iterator as the parameter ".0". */

#include "base/diag.h"
#include "syntax/ast.h"

typedef enum {
    SYM_MODULE,
    SYM_FUNCTION, /* def, async def */
    SYM_LAMBDA,
    SYM_CLASS,
    SYM_COMPREHENSION, /* list, set, dict: inlined into `host` */
    SYM_GENERATOR_EXP,
    SYM_TYPE_PARAMS,  /* wraps a generic def, class or alias; holds its type parameters */
    SYM_TYPE_ALIAS,   /* the value of `type X = ...`, evaluated on demand */
    SYM_TYPE_VARIABLE /* the bound or default of a type parameter, evaluated on demand */
} SymScopeKind;

/* How code of this scope reaches the variable. */
typedef enum {
    SYM_LOCAL,           /* slot (owner, name) of this frame; in module and class: the namespace */
    SYM_CELL,            /* the same, but captured by a nested function: the slot holds a cell */
    SYM_FREE,            /* from the closure; owner is the scope whose cell it is */
    SYM_GLOBAL_EXPLICIT, /* declared `global` */
    SYM_GLOBAL_IMPLICIT  /* found nowhere: module, then builtins */
} SymKind;

typedef struct SymScope SymScope;

/* One name as used in one scope. In a comprehension a SYM_LOCAL or SYM_CELL whose owner is not the
   comprehension itself lives in the same frame, but in the variable of the scope `owner`. */
typedef struct {
    const AstIdent *name; /* mangled */
    SymKind kind;
    SymScope *owner; /* the scope that binds it; NULL when global */
    bool is_param;
    bool is_assigned;   /* bound here in any way */
    bool is_referenced; /* read here */
    bool is_annotated;
    bool is_imported;
    bool is_iter_target; /* bound by `for` of this comprehension */
    bool is_global;      /* declared so here, or bound by ':=' for an enclosing scope where it is */
    bool is_nonlocal;
    bool is_type_param;
    bool also_free; /* class only: the namespace has its own `name`, yet nested functions mean
                       the enclosing function's, which the class passes on in its closure */
} SymName;

typedef struct {
    SymName **slots; /* open addressing, a power of two of them */
    int slot_count;
} SymIndex;

struct SymScope {
    SymScopeKind kind;
    const AstNode *node;  /* MODULE, FUNCTION_DEF, LAMBDA, LIST_COMP, TYPE_VAR ... */
    const AstIdent *name; /* "<module>", "f", "<lambda>", "<listcomp>", "<genexpr>" ... */
    SymScope *parent;     /* NULL for the module */
    SymScope *host;       /* the scope that owns the frame: itself unless SYM_COMPREHENSION */
    SymScope **children;  /* in source order */
    int child_count;
    SymName **names; /* parameters in the order of the frame's arguments (positional-only,
                        positional, keyword-only, *args, **kwargs), then by first appearance */
    int name_count;
    int param_count;
    AstNames *identifiers;
    const AstIdent *class_name; /* of the innermost class around, for mangling; or NULL */
    bool is_generator;          /* contains yield (async or not), or is a generator expression */
    bool is_coroutine;          /* async def, or an asynchronous comprehension */
    bool is_async_generator;    /* both of the above */
    bool is_nested;             /* inside some function */
    bool has_nested;            /* contains scopes with frames of their own */
    bool needs_class_cell;      /* class: a method uses __class__ or super(): make the cell */
    bool sees_class;            /* annotation scope directly in a class: names that are free or
                                   global here are first looked up in the class namespace */
    bool needs_class_dict;      /* class: it has such a scope and must hand it its namespace */
    bool future_annotations;    /* `from __future__ import annotations` is in force */
    SymIndex index;
};

/* Analyses the tree, fills the `scope` fields of its nodes and gives the module's scope, in `r`.
   False: `d` has a mistake such as "name 'x' is parameter and global". */
bool symtable_build(Region *r, AstNode *module, SymScope **top, Diag *d);

/* The entry of a name as written in the program, mangled as needed; NULL if it is not used here. */
const SymName *symtable_find(const SymScope *scope, const AstIdent *name);

/* `__private` as `_Class__private` inside a class, else the name itself. Also for attributes.
   NULL only when memory is exhausted. */
const AstIdent *symtable_mangle(const SymScope *scope, const AstIdent *name);

#endif
