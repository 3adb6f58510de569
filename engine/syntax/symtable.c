#include "syntax/symtable.h"

#include "base/common.h"
#include "base/tiny.h"
#include "syntax/symtable_build.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_SLOTS = TINY(8, 2) };

bool symtable_fail(SymBuilder *b, const AstNode *node, const char *format, ...) {
    char text[DIAG_TEXT];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    diag_set_in_bytes(b->diag, DIAG_SYNTAX, (int)node->line, (int)node->column + 1,
                      (int)node->end_line, (int)node->end_column + 1, "%s", text);
    return false;
}

bool symtable_fail_memory(SymBuilder *b) {
    diag_set(b->diag, DIAG_LIMIT, 1, 1, 1, 0, "the program is too large");
    return false;
}

static SymName **find_slot(const SymIndex *index, const AstIdent *name) {
    uint32_t mask = (uint32_t)index->slot_count - 1, i = name->hash & mask;
    while (index->slots[i] && index->slots[i]->name != name) i = (i + 1) & mask;
    return &index->slots[i];
}

SymName *symtable_lookup(const SymScope *scope, const AstIdent *name) {
    return scope->index.slot_count ? *find_slot(&scope->index, name) : NULL;
}

static bool grow_index(SymBuilder *b, SymScope *scope) {
    int count = scope->index.slot_count ? scope->index.slot_count * 2 : FIRST_SLOTS;
    SymIndex larger = {region_alloc(b->region, sizeof(SymName *) * (size_t)count), count};
    SymName **names = region_alloc(b->region, sizeof(SymName *) * (size_t)count);
    if (!larger.slots || !names) return symtable_fail_memory(b);
    for (int i = 0; i < scope->name_count; i++) {
        *find_slot(&larger, scope->names[i]->name) = scope->names[i];
        names[i] = scope->names[i];
    }
    scope->index = larger;
    scope->names = names;
    return true;
}

SymName *symtable_entry(SymBuilder *b, SymScope *scope, const AstIdent *name) {
    SymName *found = symtable_lookup(scope, name);
    if (found) return found;
    if (scope->name_count * 2 >= scope->index.slot_count && !grow_index(b, scope)) return NULL;
    SymName *entry = region_alloc(b->region, sizeof *entry);
    if (!entry) {
        symtable_fail_memory(b);
        return NULL;
    }
    entry->name = name;
    entry->kind = SYM_GLOBAL_IMPLICIT;
    *find_slot(&scope->index, name) = entry;
    scope->names[scope->name_count++] = entry;
    return entry;
}

const AstIdent *symtable_word(SymBuilder *b, const char *word) {
    const AstIdent *name = ast_intern(b->identifiers, word, strlen(word));
    if (!name) symtable_fail_memory(b);
    return name;
}

/* Room doubles at every power of two. */
static bool add_child(SymBuilder *b, SymScope *parent, SymScope *child) {
    int count = parent->child_count;
    if ((count & (count - 1)) == 0) {
        size_t room = count ? (size_t)count * 2 : 1;
        SymScope **children = region_alloc(b->region, sizeof(SymScope *) * room);
        if (!children) return symtable_fail_memory(b);
        for (int i = 0; i < count; i++) children[i] = parent->children[i];
        parent->children = children;
    }
    parent->children[parent->child_count++] = child;
    return true;
}

static bool is_annotation_scope(SymScopeKind kind) {
    return kind == SYM_TYPE_PARAMS || kind == SYM_TYPE_ALIAS || kind == SYM_TYPE_VARIABLE;
}

static void inherit(SymScope *scope, SymScope *parent) {
    bool in_function = parent->kind != SYM_MODULE && parent->kind != SYM_CLASS;
    scope->is_nested = in_function || parent->is_nested;
    if (scope->kind == SYM_COMPREHENSION) {
        scope->host = parent->host;
    } else {
        for (SymScope *s = parent; s && !s->has_nested; s = s->parent) s->has_nested = true;
    }
    if (!is_annotation_scope(scope->kind)) return;
    scope->sees_class = parent->kind == SYM_CLASS || parent->sees_class;
    if (parent->kind == SYM_CLASS) parent->needs_class_dict = true;
}

SymScope *symtable_enter(SymBuilder *b, SymScopeKind kind, const AstNode *node,
                         const AstIdent *name) {
    SymScope *scope = region_alloc(b->region, sizeof *scope);
    if (!scope || !name) {
        symtable_fail_memory(b);
        return NULL;
    }
    scope->kind = kind;
    scope->node = node;
    scope->name = name;
    scope->parent = b->scope;
    scope->host = scope;
    scope->identifiers = b->identifiers;
    scope->class_name = b->class_name;
    scope->future_annotations = b->future_annotations;
    if (b->scope) {
        inherit(scope, b->scope);
        if (!add_child(b, b->scope, scope)) return NULL;
    }
    b->scope = scope;
    return scope;
}

void symtable_leave(SymBuilder *b) {
    b->scope = b->scope->parent;
}

bool symtable_add_directive(SymBuilder *b, const AstIdent *name, const AstNode *node) {
    SymDirective *directive = region_alloc(b->region, sizeof *directive);
    if (!directive) return symtable_fail_memory(b);
    *directive = (SymDirective){b->directives, b->scope, name, node};
    b->directives = directive;
    return true;
}

bool symtable_build(Region *r, AstNode *module, SymScope **top, Diag *d) {
    SymBuilder b = {.region = r, .identifiers = module->module.names, .diag = d};
    d->kind = DIAG_NONE;
    if (!symtable_check_future(&b, module) || !symtable_collect(&b, module)) return false;
    if (!symtable_resolve(&b, module->module.scope)) return false;
    *top = module->module.scope;
    return true;
}

const SymName *symtable_find(const SymScope *scope, const AstIdent *name) {
    const AstIdent *mangled = symtable_mangle(scope, name);
    return mangled ? symtable_lookup(scope, mangled) : NULL;
}

const AstIdent *symtable_mangle(const SymScope *scope, const AstIdent *name) {
    const AstIdent *class_name = scope->class_name;
    size_t length = name->length;
    if (!class_name || length < 3 || name->text[0] != '_' || name->text[1] != '_') return name;
    if (memchr(name->text, '.', length)) return name;
    size_t skipped = 0;
    while (class_name->text[skipped] == '_') skipped++;
    size_t class_length = class_name->length - skipped;
    if (class_length == 0) return name;
    if (name->text[length - 1] == '_' && name->text[length - 2] == '_') return name;
    return ast_intern_mangled(scope->identifiers, class_name->text + skipped, class_length, name);
}
