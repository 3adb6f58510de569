#include "syntax/symtable_build.h"

#include <string.h>

static bool is_bound(const SymName *e) {
    return e->is_assigned && !e->is_global && !e->is_nonlocal;
}

/* Where CPython places the message: at the declaration. */
static bool fail_at_directive(SymBuilder *b, const SymScope *scope, const SymName *e,
                              const char *format) {
    const SymDirective *found = NULL;
    for (const SymDirective *d = b->directives; d; d = d->next) {
        if (d->scope == scope && d->name == e->name) found = d;
    }
    const AstNode *node = found ? found->node : scope->node;
    diag_set_in_bytes(b->diag, DIAG_SYNTAX, (int)node->line, (int)node->column + 1,
                      (int)node->end_line, (int)node->end_column + 1, format, e->name->text);
    return false;
}

/* The innermost scope around `scope` whose variable `name` nested functions see; class bodies and
   the module are passed over. `__class__` belongs to the class around a method. NULL: global. */
static SymScope *find_owner(SymScope *scope, const AstIdent *name) {
    bool is_class_cell = strcmp(name->text, "__class__") == 0;
    for (SymScope *s = scope->parent; s; s = s->parent) {
        if (s->kind == SYM_MODULE) return NULL;
        if (s->kind == SYM_CLASS) {
            if (is_class_cell && scope->host != s) return s;
            continue;
        }
        const SymName *e = symtable_lookup(s, name);
        if (!e) continue;
        if (e->is_global) return NULL;
        if (is_bound(e)) return s;
    }
    return NULL;
}

/* Every frame between the owner's and the user's hands the variable on. */
static bool pass_through(SymBuilder *b, SymScope *scope, SymScope *owner, const AstIdent *name) {
    for (SymScope *s = scope; s != owner; s = s->parent) {
        if (s->host != s || s->host == owner->host) continue;
        SymName *e = symtable_entry(b, s, name);
        if (!e) return false;
        if (s->kind == SYM_CLASS && (is_bound(e) || e->is_global)) {
            e->also_free = true;
            continue;
        }
        e->kind = SYM_FREE;
        e->owner = owner;
    }
    return true;
}

/* The variable is another scope's: of the same frame, or captured from a frame around. */
static bool resolve_to(SymBuilder *b, SymScope *scope, SymName *e, SymScope *owner) {
    e->owner = owner;
    if (owner->host == scope->host) {
        e->kind = SYM_LOCAL; /* or SYM_CELL, see share_cells() */
        return true;
    }
    e->kind = SYM_FREE;
    if (owner->kind == SYM_CLASS) {
        owner->needs_class_cell = true;
    } else {
        SymName *variable = symtable_entry(b, owner, e->name);
        if (!variable) return false;
        variable->kind = SYM_CELL;
    }
    return pass_through(b, scope, owner, e->name);
}

static bool resolve_nonlocal(SymBuilder *b, SymScope *scope, SymName *e) {
    if (e->is_global) return fail_at_directive(b, scope, e, "name '%s' is nonlocal and global");
    if (scope->kind == SYM_MODULE) {
        return fail_at_directive(b, scope, e, "nonlocal declaration not allowed at module level");
    }
    SymScope *owner = find_owner(scope, e->name);
    if (!owner) return fail_at_directive(b, scope, e, "no binding for nonlocal '%s' found");
    const SymName *variable = symtable_lookup(owner, e->name);
    if (variable && variable->is_type_param) {
        return fail_at_directive(b, scope, e,
                                 "nonlocal binding not allowed for type parameter '%s'");
    }
    return resolve_to(b, scope, e, owner);
}

/* In an annotation scope within a class the class's own names come first, at run time. */
static bool is_class_name(const SymScope *scope, const AstIdent *name) {
    if (!scope->sees_class) return false;
    const SymScope *s = scope->parent;
    while (s && s->kind != SYM_CLASS) s = s->parent;
    const SymName *e = s ? symtable_lookup(s, name) : NULL;
    return e && is_bound(e);
}

static bool resolve_name(SymBuilder *b, SymScope *scope, SymName *e) {
    if (e->is_nonlocal) return resolve_nonlocal(b, scope, e);
    if (e->is_global) {
        e->kind = SYM_GLOBAL_EXPLICIT;
        return true;
    }
    if (e->is_assigned) {
        if (e->kind != SYM_CELL) e->kind = SYM_LOCAL;
        e->owner = scope;
        return true;
    }
    SymScope *owner = is_class_name(scope, e->name) ? NULL : find_owner(scope, e->name);
    return !owner || resolve_to(b, scope, e, owner);
}

/* Names that pass_through() adds meanwhile come last and are resolved already. */
static bool resolve_scope(SymBuilder *b, SymScope *scope) {
    for (int i = 0; i < scope->name_count; i++) {
        if (!resolve_name(b, scope, scope->names[i])) return false;
    }
    scope->is_async_generator = scope->is_generator && scope->is_coroutine;
    for (int i = 0; i < scope->child_count; i++) {
        if (!resolve_scope(b, scope->children[i])) return false;
    }
    return true;
}

/* A comprehension's view of a variable of its frame agrees with the owner's. */
static void share_cells(SymScope *scope) {
    for (int i = 0; i < scope->name_count; i++) {
        SymName *e = scope->names[i];
        if (e->kind != SYM_LOCAL || e->owner == scope) continue;
        const SymName *variable = symtable_lookup(e->owner, e->name);
        if (variable) e->kind = variable->kind;
    }
    for (int i = 0; i < scope->child_count; i++) share_cells(scope->children[i]);
}

bool symtable_resolve(SymBuilder *b, SymScope *top) {
    if (!resolve_scope(b, top)) return false;
    share_cells(top);
    return true;
}
