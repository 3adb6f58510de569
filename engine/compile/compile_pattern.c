#include "compile/compile_parts.h"

#include "object/str.h"

/* How a case is tried. Above the subject lie one place for each name the pattern binds (None until
 * it is bound), above these whatever part of the subject is being looked at:
 *     subject  place(n-1) .. place(0)  value ...
 * Captures go to their places, and to the variables only when the whole pattern has matched. A test
 * that fails drops what lies above the subject: it jumps to the exit for as many values as there
 * are, and the exits, placed one after the other, pop one value each. */

enum { MAX_BEFORE_STAR = 255, MAX_AFTER_STAR = 0xFFFF };

typedef struct {
    Unit *u;
    const AstIdent **names; /* what the pattern binds, in order */
    uint32_t name_count, name_capacity;
    uint32_t above; /* values above the subject now, the places included */
    uint32_t floor; /* how many of them remain when a test fails */
    Label *exits;   /* exits[i]: floor + i values lie above the subject */
    uint32_t exit_count, exit_capacity;
} Match;

static void match_pattern(Match *m, const AstNode *p);

/* ---- failing ---- */

/* The exit for `above` values. */
static Label exit_for(Match *m, uint32_t above) {
    ASSERT(above >= m->floor, "a pattern takes nothing from below");
    while (m->exit_count <= above - m->floor) {
        if (!unit_grow(m->u, &m->exits, m->exit_count, &m->exit_capacity, sizeof *m->exits)) {
            return (Label){0};
        }
        m->exits[m->exit_count++] = unit_label(m->u);
    }
    return m->exits[above - m->floor];
}

/* bool -> : goes on only if it is True. */
static void fail_unless(Match *m, Position position) {
    m->above--;
    EMIT_JUMP(m->u, JUMP_IF_FALSE, exit_for(m, m->above), position);
}

/* value -> value: goes on only if it is not None. */
static void fail_if_none(Match *m, Position position) {
    EMIT(m->u, COPY, 1, position);
    EMIT_JUMP(m->u, JUMP_IF_NONE, exit_for(m, m->above), position);
}

/* Where failing tests come together, with `floor` values above the subject. */
static void place_exits(Match *m) {
    for (uint32_t i = m->exit_count; i-- > 1;) {
        unit_place(m->u, m->exits[i]);
        EMIT0(m->u, POP, unit_nowhere());
    }
    if (m->exit_count > 0) unit_place(m->u, m->exits[0]);
}

/* ---- names ---- */

static void add_name(Match *m, const AstIdent *name) {
    for (uint32_t i = 0; i < m->name_count; i++) {
        if (m->names[i] == name) return; /* bound in each alternative of `|` */
    }
    if (unit_grow(m->u, &m->names, m->name_count, &m->name_capacity, sizeof *m->names)) {
        m->names[m->name_count++] = name;
    }
}

/* By the fields of the pattern nodes that name variables, in order of the source. */
static bool collect(AstNode *p, void *data) {
    Match *m = data;
    if (p->kind == AST_MATCH_AS || p->kind == AST_MATCH_STAR) {
        if (p->match_as.pattern) collect(p->match_as.pattern, m);
        if (p->match_as.name) add_name(m, p->match_as.name);
        return true;
    }
    ast_each_child(p, collect, m);
    if (p->kind == AST_MATCH_MAPPING && p->match_mapping.rest) add_name(m, p->match_mapping.rest);
    return true;
}

/* value -> */
static void capture(Match *m, const AstIdent *name, Position position) {
    uint32_t i = 0;
    if (!name) {
        EMIT0(m->u, POP, position);
        m->above--;
        return;
    }
    while (i < m->name_count && m->names[i] != name) i++;
    uint32_t from_top = m->above - (m->name_count - 1 - i);
    EMIT(m->u, SWAP, from_top, position);
    EMIT0(m->u, POP, position);
    m->above--;
}

/* ---- patterns; each: value -> ---- */

static void match_value(Match *m, const AstNode *p) {
    Position position = unit_position(p);
    compile_expr(m->u, p->value.value);
    EMIT(m->u, COMPARE, CMP_EQ, position);
    EMIT0(m->u, TO_BOOL, position);
    fail_unless(m, position);
}

static void match_singleton(Match *m, const AstNode *p) {
    Position position = unit_position(p);
    Engine *e = m->u->c->e;
    AstConstantKind kind = p->match_singleton.value;
    Obj *value = kind == AST_CONST_NONE ? e->none : obj_bool(e, kind == AST_CONST_TRUE);
    unit_load_const(m->u, value, position);
    EMIT(m->u, IS, 0, position);
    fail_unless(m, position);
}

static void match_as(Match *m, const AstNode *p) {
    Position position = unit_position(p);
    if (p->match_as.pattern) {
        EMIT(m->u, COPY, 1, position);
        m->above++;
        match_pattern(m, p->match_as.pattern);
    }
    capture(m, p->match_as.name, position);
}

static bool is_wildcard(const AstNode *p) {
    return p->kind == AST_MATCH_AS && !p->match_as.pattern && !p->match_as.name;
}

static int find_star(const AstList *patterns) {
    for (int i = 0; i < patterns->count; i++) {
        if (patterns->items[i]->kind == AST_MATCH_STAR) return i;
    }
    return -1;
}

/* value -> value: goes on if it has as many items as that, or at least as many. */
static void check_length(Match *m, int64_t length, CompareOp op, Position position) {
    Unit *u = m->u;
    EMIT0(u, GET_LEN, position);
    unit_load_const(u, const_int(u->c, length), position);
    EMIT(u, COMPARE, op, position);
    m->above++;
    fail_unless(m, position);
}

/* a(n) .. a(1) -> : each item against its pattern. */
static void match_items(Match *m, const AstList *patterns) {
    m->above += (uint32_t)patterns->count;
    for (int i = 0; i < patterns->count; i++) match_pattern(m, patterns->items[i]);
}

static void unpack_items(Match *m, const AstNode *p, const AstList *patterns, int star) {
    Position position = unit_position(p);
    int after = patterns->count - star - 1;
    if (star < 0) {
        EMIT(m->u, UNPACK_SEQUENCE, (uint32_t)patterns->count, position);
    } else if (star > MAX_BEFORE_STAR || after > MAX_AFTER_STAR) {
        unit_syntax_error(m->u, p, "too many expressions in star-unpacking sequence pattern");
    } else {
        EMIT(m->u, UNPACK_EX, (uint32_t)star | (uint32_t)after << 8, position);
    }
    m->above--;
    match_items(m, patterns);
}

/* With `*_` the items are fetched one by one: what the star stands for is never collected. */
static void fetch_items(Match *m, const AstNode *p, const AstList *patterns, int star) {
    Unit *u = m->u;
    Position position = unit_position(p);
    for (int i = 0; i < patterns->count; i++) {
        const AstNode *item = patterns->items[i];
        if (i == star || is_wildcard(item)) continue;
        EMIT(u, COPY, 1, position);
        if (i < star) {
            unit_load_const(u, const_int(u->c, i), position);
        } else {
            EMIT0(u, GET_LEN, position);
            unit_load_const(u, const_int(u->c, patterns->count - i), position);
            EMIT(u, BINARY, OP_SUB, position);
        }
        EMIT0(u, GET_ITEM, position);
        m->above++;
        match_pattern(m, item);
    }
    capture(m, NULL, position);
}

static bool all_wildcards(const AstList *patterns, int star) {
    for (int i = 0; i < patterns->count; i++) {
        if (i != star && !is_wildcard(patterns->items[i])) return false;
    }
    return true;
}

static void match_sequence(Match *m, const AstNode *p) {
    const AstList *patterns = &p->sequence.elts;
    Position position = unit_position(p);
    int star = find_star(patterns);
    bool star_wild = star >= 0 && !patterns->items[star]->match_as.name;
    EMIT0(m->u, MATCH_SEQUENCE, position);
    m->above++;
    fail_unless(m, position);
    if (star < 0) {
        check_length(m, patterns->count, CMP_EQ, position);
    } else if (patterns->count > 1) {
        check_length(m, patterns->count - 1, CMP_GE, position);
    }
    if ((star < 0 || star_wild) && all_wildcards(patterns, star)) {
        capture(m, NULL, position);
    } else if (star_wild) {
        fetch_items(m, p, patterns, star);
    } else {
        unpack_items(m, p, patterns, star);
    }
}

/* subject keys -> : the rest of the mapping is captured. */
static void capture_rest(Match *m, const AstNode *p) {
    Unit *u = m->u;
    uint32_t keys = (uint32_t)p->match_mapping.keys.count;
    Position position = unit_position(p);
    EMIT(u, BUILD_MAP, 0, position);
    EMIT(u, SWAP, 3, position); /* rest keys subject */
    EMIT(u, DICT_UPDATE, 2, position);
    EMIT(u, UNPACK_SEQUENCE, keys, position); /* rest k(n) .. k(1) */
    for (uint32_t left = keys; left > 0; left--) {
        EMIT(u, COPY, left + 1, position);
        EMIT(u, SWAP, 2, position);
        EMIT0(u, DELETE_ITEM, position);
    }
    m->above--;
    capture(m, p->match_mapping.rest, position);
}

/* subject -> subject keys: goes on if it has them all; their values have been matched. */
static void match_keys(Match *m, const AstNode *p) {
    const AstList *keys = &p->match_mapping.keys;
    Position position = unit_position(p);
    for (int i = 0; i < keys->count; i++) compile_expr(m->u, keys->items[i]);
    EMIT(m->u, BUILD_TUPLE, (uint32_t)keys->count, position);
    EMIT0(m->u, MATCH_KEYS, position);
    m->above += 2; /* keys values */
    fail_if_none(m, position);
    EMIT(m->u, UNPACK_SEQUENCE, (uint32_t)keys->count, position);
    m->above--;
    match_items(m, &p->match_mapping.patterns);
}

static void match_mapping(Match *m, const AstNode *p) {
    const AstMatchMapping *mapping = &p->match_mapping;
    Position position = unit_position(p);
    EMIT0(m->u, MATCH_MAPPING, position);
    m->above++;
    fail_unless(m, position);
    if (mapping->keys.count == 0 && !mapping->rest) {
        capture(m, NULL, position);
        return;
    }
    if (mapping->keys.count > 0) check_length(m, mapping->keys.count, CMP_GE, position);
    match_keys(m, p);
    if (mapping->rest) {
        capture_rest(m, p);
    } else {
        capture(m, NULL, position);
        capture(m, NULL, position);
    }
}

static void match_class(Match *m, const AstNode *p) {
    const AstMatchClass *class = &p->match_class;
    Unit *u = m->u;
    Position position = unit_position(p);
    uint32_t named = (uint32_t) class->kwd_attrs.count,
             positional = (uint32_t) class->patterns.count;
    Obj **names = unit_alloc(u, named * sizeof *names + 1);
    for (uint32_t i = 0; names && i < named; i++) {
        const AstIdent *name = symtable_mangle(u->scope, class->kwd_attrs.items[i]);
        if (!name) compiler_out_of_memory(u->c);
        names[i] = OBJ(unit_ident(u, name ? name : class->kwd_attrs.items[i]));
    }
    if (!names) return;
    compile_expr(u, class->cls);
    unit_load_const(u, const_tuple(u->c, names, named), position);
    EMIT(u, MATCH_CLASS, positional, position);
    fail_if_none(m, position);
    EMIT(u, UNPACK_SEQUENCE, positional + named, position);
    m->above += positional + named - 1;
    for (uint32_t i = 0; i < positional; i++) match_pattern(m, class->patterns.items[i]);
    for (uint32_t i = 0; i < named; i++) match_pattern(m, class->kwd_patterns.items[i]);
}

/* One alternative against a copy of the value; success jumps to `end`. */
static void match_alternative(Match *m, const AstNode *p, Label end) {
    Match inner = *m;
    inner.floor = m->above;
    inner.exits = NULL;
    inner.exit_count = inner.exit_capacity = 0;
    EMIT(m->u, COPY, 1, unit_position(p));
    inner.above++;
    match_pattern(&inner, p);
    ASSERT(m->u->c->failed || inner.above == m->above, "an alternative takes its copy");
    EMIT_JUMP(m->u, JUMP, end, unit_nowhere());
    place_exits(&inner);
}

static void match_or(Match *m, const AstNode *p) {
    const AstList *alternatives = &p->sequence.elts;
    Label end = unit_label(m->u);
    for (int i = 0; i < alternatives->count; i++) {
        match_alternative(m, alternatives->items[i], end);
    }
    EMIT_JUMP(m->u, JUMP, exit_for(m, m->above), unit_position(p));
    unit_place(m->u, end);
    capture(m, NULL, unit_position(p));
}

static void match_star(Match *m, const AstNode *p) {
    capture(m, p->match_as.name, unit_position(p));
}

static void match_pattern(Match *m, const AstNode *p) {
    static void (*const matchers[AST_KIND_COUNT])(Match *, const AstNode *) = {
        [AST_MATCH_VALUE] = match_value,
        [AST_MATCH_SINGLETON] = match_singleton,
        [AST_MATCH_SEQUENCE] = match_sequence,
        [AST_MATCH_MAPPING] = match_mapping,
        [AST_MATCH_CLASS] = match_class,
        [AST_MATCH_STAR] = match_star,
        [AST_MATCH_AS] = match_as,
        [AST_MATCH_OR] = match_or,
    };
    ASSERT(matchers[p->kind], "a pattern stands here");
    if (!m->u->c->failed) matchers[p->kind](m, p);
}

/* ---- the statement ---- */

/* subject -> subject, with the names bound. */
static void try_pattern(Match *m, const AstNode *pattern) {
    Unit *u = m->u;
    Position position = unit_position(pattern);
    collect((AstNode *)pattern, m);
    for (uint32_t i = 0; i < m->name_count; i++) unit_load_none(u, position);
    EMIT(u, COPY, m->name_count + 1, position);
    m->above = m->name_count + 1;
    match_pattern(m, pattern);
    for (uint32_t i = 0; i < m->name_count; i++) {
        compile_name(u, m->names[i], AST_STORE, position);
    }
}

/* subject -> subject when the case does not apply. */
static void match_case(Unit *u, const AstNode *n, Label end) {
    const AstMatchCase *c = &n->match_case;
    Match m = {.u = u};
    compile_line(u, n);
    if (!is_wildcard(c->pattern)) try_pattern(&m, c->pattern);
    if (c->guard) compile_jump_if(u, c->guard, exit_for(&m, 0), false);
    EMIT0(u, POP, unit_position(c->pattern));
    compile_body(u, &c->body);
    EMIT_JUMP(u, JUMP, end, unit_nowhere());
    place_exits(&m);
}

void compile_match(Unit *u, const AstNode *n) {
    Label end = unit_label(u);
    compile_expr(u, n->match.subject);
    for (int i = 0; i < n->match.cases.count; i++) match_case(u, n->match.cases.items[i], end);
    EMIT0(u, POP, unit_nowhere());
    unit_place(u, end);
}
