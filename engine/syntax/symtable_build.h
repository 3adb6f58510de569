#ifndef SYNTAX_SYMTABLE_BUILD_H
#define SYNTAX_SYMTABLE_BUILD_H
/* What the two passes over a program's names share: collecting them, then resolving them. */

#include "syntax/symtable.h"

/* Where a name was declared nonlocal (or bound by ':=' in a comprehension), for messages. */
typedef struct SymDirective {
    struct SymDirective *next;
    const SymScope *scope;
    const AstIdent *name;
    const AstNode *node;
} SymDirective;

typedef struct {
    Region *region;
    AstNames *identifiers;
    Diag *diag;
    SymScope *scope; /* the current one */
    const AstIdent *class_name;
    SymDirective *directives;
    int iterables;    /* iterables of comprehensions around, in which ':=' may not stand */
    bool iter_target; /* inside the target of a comprehension's `for` */
    bool future_annotations;
} SymBuilder;

/* Reports at a node; always false. */
bool symtable_fail(SymBuilder *b, const AstNode *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Reports that memory is exhausted; always false. */
bool symtable_fail_memory(SymBuilder *b);
/* A scope inside the current one, which it becomes; symtable_leave() ends it. */
SymScope *symtable_enter(SymBuilder *b, SymScopeKind kind, const AstNode *node,
                         const AstIdent *name);
void symtable_leave(SymBuilder *b);
/* The entry of a mangled name, made when it is new. */
SymName *symtable_entry(SymBuilder *b, SymScope *scope, const AstIdent *name);
const AstIdent *symtable_word(SymBuilder *b, const char *word);
/* The entry of a mangled name or NULL. */
SymName *symtable_lookup(const SymScope *scope, const AstIdent *name);
bool symtable_add_directive(SymBuilder *b, const AstIdent *name, const AstNode *node);

/* First pass: a module's scopes with their names. */
bool symtable_collect(SymBuilder *b, AstNode *module);
/* symtable_visit.c. Not const: nodes get their scope. */
bool symtable_visit(SymBuilder *b, AstNode *node);
bool symtable_visit_list(SymBuilder *b, const AstList *list);
/* The current scope's entry of a name as it is written. */
SymName *symtable_use(SymBuilder *b, const AstIdent *name);
/* The same, bound at `node`. */
SymName *symtable_assign(SymBuilder *b, const AstIdent *name, const AstNode *node);
/* symtable_define.c */
bool symtable_visit_function(SymBuilder *b, AstNode *node);
bool symtable_visit_class(SymBuilder *b, AstNode *node);
bool symtable_visit_lambda(SymBuilder *b, AstNode *node);
bool symtable_visit_type_alias(SymBuilder *b, AstNode *node);
bool symtable_visit_annotation(SymBuilder *b, AstNode *annotation);
/* `from __future__ import ...`: are they where they may be? */
bool symtable_check_future(SymBuilder *b, const AstNode *module);
/* Second pass: what each name means. */
bool symtable_resolve(SymBuilder *b, SymScope *top);

#endif
