#include "compile/compile_unit.h"

#include <string.h>

#include "base/tiny.h"
#include "compile/opcode_info.h"
#include "object/str.h"

enum { MAX_ARG = 0xFFFFFF, WORKING_MEMORY = 64 << 20 };

void compiler_out_of_memory(Compiler *c) {
    c->failed = true;
    diag_set(c->d, DIAG_LIMIT, 0, 0, 0, 0, "the program is too large");
}

void *compiler_alloc(Compiler *c, size_t size) {
    void *block = c->failed ? NULL : region_alloc(&c->region, size);
    if (!block) compiler_out_of_memory(c);
    return block;
}

void *unit_alloc(Unit *u, size_t size) {
    void *block = u->c->failed ? NULL : region_alloc(&u->region, size);
    if (!block) compiler_out_of_memory(u->c);
    return block;
}

bool unit_grow(Unit *u, void *items_of, uint32_t count, uint32_t *capacity, size_t size) {
    if (count < *capacity) return true;
    uint32_t larger = *capacity ? *capacity * 2 : TINY(8, 2);
    void *fresh = unit_alloc(u, larger * size);
    if (!fresh) return false;
    void **items = items_of;
    if (count) memcpy(fresh, *items, count * size);
    *items = fresh;
    *capacity = larger;
    return true;
}

/* ---- positions and refusals ---- */

static uint16_t clamp_column(uint32_t column) {
    return (uint16_t)(column > UINT16_MAX ? UINT16_MAX : column);
}

Position unit_span(const AstNode *first, const AstNode *last) {
    return (Position){first->line, last->end_line, clamp_column(first->column),
                      clamp_column(last->end_column)};
}

Position unit_position(const AstNode *node) {
    return unit_span(node, node);
}

Position unit_attribute_position(const AstNode *whole, const AstNode *attribute) {
    Position p = unit_position(whole);
    if (attribute->line == attribute->end_line) return p;
    p.line = attribute->attribute.attr_line;
    p.column = clamp_column(attribute->attribute.attr_column);
    return p;
}

static void report(Unit *u, DiagKind kind, const AstNode *node, const char *what) {
    u->c->failed = true;
    diag_set(u->c->d, kind, (int)node->line, (int)node->column + 1, (int)node->end_line,
             (int)node->end_column + 1, "%s", what);
}

void unit_refuse(Unit *u, const AstNode *node, const char *what, const char *hint) {
    bool first = u->c->d->kind == DIAG_NONE;
    report(u, DIAG_UNSUPPORTED, node, what);
    if (first) diag_hint(u->c->d, "%s", hint);
}

void unit_syntax_error(Unit *u, const AstNode *node, const char *what) {
    report(u, DIAG_SYNTAX, node, what);
}

/* ---- pools ---- */

static uint32_t pool_place(const UnitPool *p, const Obj *o) {
    uint32_t mask = p->table_size - 1;
    uint32_t i = (uint32_t)((uintptr_t)o >> 4) * 2654435761u & mask;
    while (p->table[i] && p->items[p->table[i] - 1] != o) i = (i + 1) & mask;
    return i;
}

static bool pool_make_room(Unit *u, UnitPool *p) {
    if (!unit_grow(u, &p->items, p->count, &p->capacity, sizeof *p->items)) return false;
    if (p->count * 2 < p->table_size) return true;
    uint32_t size = p->table_size ? p->table_size * 2 : TINY(16, 2);
    uint32_t *table = unit_alloc(u, size * sizeof *table);
    if (!table) return false;
    p->table = table;
    p->table_size = size;
    for (uint32_t i = 0; i < p->count; i++) table[pool_place(p, p->items[i])] = i + 1;
    return true;
}

static uint32_t pool_add(Unit *u, UnitPool *p, Obj *o) {
    if (!pool_make_room(u, p)) return 0;
    uint32_t place = pool_place(p, o);
    if (p->table[place]) return p->table[place] - 1;
    p->items[p->count] = o;
    p->table[place] = ++p->count;
    return p->count - 1;
}

uint32_t unit_add_const(Unit *u, Obj *value) {
    return pool_add(u, &u->consts, value);
}

Str *unit_ident(Unit *u, const AstIdent *name) {
    return STR(const_str(u->c, name->text, name->length));
}

/* ---- instructions ---- */

void unit_emit(Unit *u, uint32_t op, uint32_t arg, Position position) {
    if (arg > MAX_ARG) compiler_out_of_memory(u->c);
    if (!unit_grow(u, &u->instrs, u->instr_count, &u->instr_capacity, sizeof *u->instrs)) {
        return;
    }
    u->instrs[u->instr_count++] = (UnitInstr){(uint8_t)op, false, arg, u->handler, position};
}

void unit_load_const(Unit *u, Obj *value, Position position) {
    EMIT(u, LOAD_CONST, unit_add_const(u, value), position);
}

void unit_load_none(Unit *u, Position position) {
    unit_load_const(u, u->c->e->none, position);
}

void unit_emit_name(Unit *u, Opcode op, Str *name, Position position) {
    unit_emit(u, op, pool_add(u, &u->names, OBJ(name)), position);
}

void unit_emit_ident(Unit *u, Opcode op, const AstIdent *name, Position position) {
    const AstIdent *mangled = symtable_mangle(u->scope, name);
    if (!mangled) compiler_out_of_memory(u->c);
    unit_emit_name(u, op, unit_ident(u, mangled ? mangled : name), position);
}

Label unit_label(Unit *u) {
    if (!unit_grow(u, &u->labels, u->label_count, &u->label_capacity, sizeof *u->labels)) {
        return (Label){0};
    }
    u->labels[u->label_count] = UINT32_MAX;
    return (Label){u->label_count++};
}

void unit_place(Unit *u, Label label) {
    if (u->c->failed) return;
    ASSERT(u->labels[label.id] == UINT32_MAX, "a label is placed once");
    u->labels[label.id] = u->instr_count;
}

uint32_t unit_protect(Unit *u, Label target, uint32_t below, bool lasti) {
    uint32_t before = u->handler;
    if (!unit_grow(u, &u->handlers, u->handler_count, &u->handler_capacity, sizeof *u->handlers)) {
        return before;
    }
    u->handlers[u->handler_count++] = (UnitHandler){target, below, lasti, 0};
    unit_emit(u, PSEUDO_PROTECT, u->handler_count, unit_nowhere());
    u->handler = u->handler_count;
    return before;
}

void unit_unprotect(Unit *u, uint32_t before) {
    u->handler = before;
}

/* ---- slots ---- */

typedef enum { REGION_LOCALS, REGION_CELLS, REGION_FREE } SlotRegion;

static bool has_slot(const Unit *u, const SymScope *owner, const AstIdent *name) {
    for (uint32_t i = 0; i < u->local_count + u->cell_count + u->free_count; i++) {
        if (u->slots[i].owner == owner && u->slots[i].name == name) return true;
    }
    return false;
}

static void add_slot(Unit *u, const SymScope *owner, const AstIdent *name, uint32_t *count) {
    uint32_t total = u->local_count + u->cell_count + u->free_count;
    if (!unit_grow(u, &u->slots, total, &u->slot_capacity, sizeof *u->slots)) return;
    u->slots[total] = (UnitSlot){owner, name};
    *count += 1;
}

static bool has_namespace(const SymScope *scope) {
    return scope->kind == SYM_MODULE || scope->kind == SYM_CLASS;
}

static void add_name(Unit *u, const SymScope *scope, const SymName *n, SlotRegion region) {
    bool own = n->owner == scope;
    if (region == REGION_LOCALS && own && n->kind == SYM_LOCAL && !n->is_param &&
        !has_namespace(scope)) {
        add_slot(u, scope, n->name, &u->local_count);
    } else if (region == REGION_CELLS && own && n->kind == SYM_CELL && !n->is_param) {
        add_slot(u, scope, n->name, &u->cell_count);
    } else if (region == REGION_FREE && n->kind == SYM_FREE && n->owner->host != u->host &&
               !has_slot(u, n->owner, n->name)) {
        add_slot(u, n->owner, n->name, &u->free_count);
    }
}

/* The scope's own variables and those of the comprehensions inlined into it. */
static void add_region(Unit *u, const SymScope *scope, SlotRegion region) {
    for (int i = 0; i < scope->name_count; i++) add_name(u, scope, scope->names[i], region);
    for (int i = 0; i < scope->child_count; i++) {
        const SymScope *child = scope->children[i];
        if (child->kind == SYM_COMPREHENSION) add_region(u, child, region);
    }
}

/* A class that passes on an enclosing function's variable, though its namespace has that name. */
static void add_passed_on(Unit *u) {
    for (int i = 0; i < u->host->name_count; i++) {
        const SymName *n = u->host->names[i];
        if (!n->also_free) continue;
        const SymScope *outer = u->host->parent;
        const SymName *above = NULL;
        while (outer && !(above && above->owner && !has_namespace(above->owner))) {
            above = symtable_find(outer, n->name);
            outer = outer->parent;
        }
        if (above && above->owner && !has_slot(u, above->owner, n->name)) {
            add_slot(u, above->owner, n->name, &u->free_count);
        }
    }
}

/* By name, as CPython sorts the variables that closures share. */
static void sort_slots(UnitSlot *slots, uint32_t count) {
    for (uint32_t i = 1; i < count; i++) {
        UnitSlot slot = slots[i];
        uint32_t at = i;
        for (; at > 0 && strcmp(slot.name->text, slots[at - 1].name->text) < 0; at--) {
            slots[at] = slots[at - 1];
        }
        slots[at] = slot;
    }
}

static void lay_out_slots(Unit *u) {
    const SymScope *scope = u->host;
    for (int i = 0; i < scope->param_count; i++) {
        add_slot(u, scope, scope->names[i]->name, &u->local_count);
    }
    add_region(u, scope, REGION_LOCALS);
    add_region(u, scope, REGION_CELLS);
    if (scope->kind == SYM_CLASS && scope->needs_class_cell) {
        const AstIdent *name = ast_intern(scope->identifiers, "__class__", 9);
        if (!name) compiler_out_of_memory(u->c);
        if (name && !has_slot(u, scope, name)) add_slot(u, scope, name, &u->cell_count);
    }
    add_region(u, scope, REGION_FREE);
    add_passed_on(u);
    if (u->cell_count + u->free_count == 0) return;
    sort_slots(u->slots + u->local_count, u->cell_count);
    sort_slots(u->slots + u->local_count + u->cell_count, u->free_count);
}

uint32_t unit_slot(const Unit *u, const SymScope *owner, const AstIdent *name) {
    uint32_t total = u->local_count + u->cell_count + u->free_count;
    for (uint32_t i = 0; i < total; i++) {
        if (u->slots[i].owner == owner && u->slots[i].name == name) return i;
    }
    ASSERT(u->c->failed, "every variable of the frame has a slot");
    return 0;
}

static uint32_t kind_flags(const SymScope *scope) {
    if (scope->kind == SYM_MODULE || scope->kind == SYM_CLASS) return 0;
    uint32_t flags = CODE_OPTIMIZED;
    if (scope->is_generator && scope->is_coroutine) return flags | CODE_ASYNC_GENERATOR;
    if (scope->is_generator) return flags | CODE_GENERATOR;
    return scope->is_coroutine ? flags | CODE_COROUTINE : flags;
}

Unit *unit_create(Compiler *c, Unit *parent, const SymScope *scope, Str *name,
                  uint32_t first_line) {
    Unit *u = compiler_alloc(c, sizeof *u);
    if (!u) return NULL;
    region_init(&u->region, WORKING_MEMORY);
    u->c = c;
    u->older = c->units;
    c->units = u;
    u->parent = parent;
    u->scope = u->host = scope;
    u->name = u->qualname = name;
    u->flags = c->flags | kind_flags(scope);
    u->first_line = first_line;
    lay_out_slots(u);
    return u;
}

void unit_clear(Unit *u) {
    Unit **link = &u->c->units;
    while (*link != u) link = &(*link)->older;
    *link = u->older;
    region_release(u->c->e, &u->region);
}
