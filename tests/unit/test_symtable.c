/* Which variable a name means: scopes, cells, comprehensions, mangling. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "syntax/parser.h"
#include "syntax/symtable.h"

typedef struct {
    Region region;
    AstNode *module;
    SymScope *top;
    Diag diag;
} Program;

static void analyse(Program *p, const char *source) {
    region_init(&p->region, 16 * 1024 * 1024);
    bool ok = parse_module(&p->region, source, strlen(source), &p->module, &p->diag) &&
              symtable_build(&p->region, p->module, &p->top, &p->diag);
    if (!ok) fail_msg("%s\n%s", source, p->diag.text);
}

static void clear(Program *p) {
    region_clear(&p->region);
}

/* The first scope of this name, wherever it is. */
static SymScope *find_scope(SymScope *scope, const char *name) {
    if (strcmp(scope->name->text, name) == 0) return scope;
    for (int i = 0; i < scope->child_count; i++) {
        SymScope *found = find_scope(scope->children[i], name);
        if (found) return found;
    }
    return NULL;
}

static SymScope *scope_of(const Program *p, const char *name) {
    SymScope *scope = find_scope(p->top, name);
    if (!scope) fail_msg("no scope %s", name);
    return scope;
}

static const SymName *name_in(const SymScope *scope, const char *text) {
    const AstIdent *name = ast_intern(scope->identifiers, text, strlen(text));
    const SymName *e = symtable_find(scope, name);
    if (!e) fail_msg("no name %s in %s", text, scope->name->text);
    return e;
}

static void assert_kind(const Program *p, const char *scope, const char *name, SymKind kind,
                        const char *owner) {
    const SymName *e = name_in(scope_of(p, scope), name);
    if (e->kind != kind) fail_msg("%s in %s is %d", name, scope, (int)e->kind);
    if (owner) assert_ptr_equal(e->owner, scope_of(p, owner));
    if (!owner) assert_null(e->owner);
}

static void parameters_come_first_in_the_order_of_the_frame(void **state) {
    (void)state;
    Program p;
    analyse(&p, "def f(a, /, b, *c, d, **e):\n    x = 1\n");
    const SymScope *f = scope_of(&p, "f");
    static const char *const ORDER[] = {"a", "b", "d", "c", "e", "x"};
    assert_int_equal(f->param_count, 5);
    assert_int_equal(f->name_count, 6);
    for (int i = 0; i < 6; i++) assert_string_equal(f->names[i]->name->text, ORDER[i]);
    clear(&p);
}

static void closures_make_cells_and_hand_them_on(void **state) {
    (void)state;
    Program p;
    analyse(&p, "def f(x):\n    y = 1\n    def g():\n        def h():\n            return x, y, z\n"
                "        return h\n    return g\n");
    assert_kind(&p, "f", "x", SYM_CELL, "f");
    assert_kind(&p, "g", "x", SYM_FREE, "f");
    assert_kind(&p, "h", "y", SYM_FREE, "f");
    assert_kind(&p, "h", "z", SYM_GLOBAL_IMPLICIT, NULL);
    assert_true(name_in(scope_of(&p, "f"), "x")->is_param);
    assert_true(scope_of(&p, "h")->is_nested);
    clear(&p);
}

static void global_and_nonlocal_redirect(void **state) {
    (void)state;
    Program p;
    analyse(&p, "def f():\n    x = 1\n    def g():\n        nonlocal x\n        global w\n"
                "        x = w = 2\n        def h(): return w, x\n");
    assert_kind(&p, "g", "x", SYM_FREE, "f");
    assert_kind(&p, "g", "w", SYM_GLOBAL_EXPLICIT, NULL);
    assert_kind(&p, "h", "w", SYM_GLOBAL_IMPLICIT, NULL);
    assert_kind(&p, "h", "x", SYM_FREE, "f");
    clear(&p);
}

static void comprehensions_keep_their_variables_apart(void **state) {
    (void)state;
    Program p;
    analyse(&p, "def f(x, n):\n    return [x + n for x in range(x)]\n");
    const SymScope *comp = scope_of(&p, "<listcomp>");
    assert_ptr_equal(comp->host, scope_of(&p, "f"));
    assert_kind(&p, "<listcomp>", "x", SYM_LOCAL, "<listcomp>");
    assert_kind(&p, "<listcomp>", "n", SYM_LOCAL, "f");
    assert_kind(&p, "f", "x", SYM_LOCAL, "f");
    assert_true(name_in(comp, "x")->is_iter_target);
    assert_false(scope_of(&p, "f")->has_nested);
    clear(&p);
}

static void a_lambda_in_a_comprehension_captures_its_cell(void **state) {
    (void)state;
    Program p;
    analyse(&p, "def f(y):\n    return [[(lambda: (x, y, z)) for x in z] for z in y]\n");
    SymScope *outer = scope_of(&p, "<listcomp>"), *inner = outer->children[0];
    assert_int_equal(inner->kind, SYM_COMPREHENSION);
    const SymScope *lambda = scope_of(&p, "<lambda>");
    assert_ptr_equal(name_in(lambda, "x")->owner, inner);
    assert_int_equal(name_in(inner, "x")->kind, SYM_CELL);
    assert_int_equal(name_in(outer, "z")->kind, SYM_CELL);
    assert_ptr_equal(name_in(lambda, "z")->owner, outer);
    assert_kind(&p, "f", "y", SYM_CELL, "f");
    assert_int_equal(name_in(outer, "z")->owner == outer, true);
    clear(&p);
}

static void a_comprehension_sees_a_captured_variable_of_its_frame_as_a_cell(void **state) {
    (void)state;
    Program p;
    analyse(&p, "def f(n):\n    def g(): return n\n    return [n for i in n if n]\n");
    assert_kind(&p, "f", "n", SYM_CELL, "f");
    assert_kind(&p, "<listcomp>", "n", SYM_CELL, "f");
    clear(&p);
}

static void a_comprehension_in_a_class_does_not_see_the_class_names(void **state) {
    (void)state;
    Program p;
    analyse(&p, "class A:\n    n = 3\n    m = [n for i in range(n)]\n");
    assert_kind(&p, "<listcomp>", "n", SYM_GLOBAL_IMPLICIT, NULL);
    assert_kind(&p, "A", "n", SYM_LOCAL, "A");
    assert_ptr_equal(scope_of(&p, "<listcomp>")->host, scope_of(&p, "A"));
    clear(&p);
}

static void a_walrus_binds_around_the_comprehensions(void **state) {
    (void)state;
    Program p;
    analyse(&p, "def f(a):\n    [[last := i for i in j] for j in a]\n    return last\n"
                "def g(a):\n    return any((hit := i) for i in a), hit\n"
                "[top := i for i in ()]\n");
    SymScope *outer = scope_of(&p, "<listcomp>");
    assert_kind(&p, "f", "last", SYM_LOCAL, "f");
    assert_ptr_equal(name_in(outer->children[0], "last")->owner, scope_of(&p, "f"));
    assert_int_equal(name_in(outer->children[0], "last")->kind, SYM_LOCAL);
    assert_kind(&p, "g", "hit", SYM_CELL, "g");
    assert_kind(&p, "<genexpr>", "hit", SYM_FREE, "g");
    const SymScope *last = p.top->children[p.top->child_count - 1];
    assert_int_equal(name_in(last, "top")->kind, SYM_GLOBAL_EXPLICIT);
    clear(&p);
}

static void a_generator_expression_has_a_frame_and_an_argument(void **state) {
    (void)state;
    Program p;
    analyse(&p, "def f(a, b): return (x for x in a if b)\n");
    const SymScope *gen = scope_of(&p, "<genexpr>");
    assert_ptr_equal(gen->host, gen);
    assert_int_equal(gen->param_count, 1);
    assert_string_equal(gen->names[0]->name->text, ".0");
    assert_true(gen->is_generator && !gen->is_coroutine);
    assert_kind(&p, "<genexpr>", "b", SYM_FREE, "f");
    assert_kind(&p, "f", "a", SYM_LOCAL, "f");
    clear(&p);
}

static void functions_know_what_calling_them_makes(void **state) {
    (void)state;
    Program p;
    analyse(&p, "def plain(): return [(i for i in x) for j in y]\n"
                "def gen(): x = yield\nasync def coro(): await x\n"
                "async def agen():\n    yield 1\n"
                "async def comps():\n    return [await i for i in x], (i async for i in x)\n");
    assert_false(scope_of(&p, "plain")->is_generator);
    assert_true(scope_of(&p, "gen")->is_generator && !scope_of(&p, "gen")->is_coroutine);
    assert_true(scope_of(&p, "coro")->is_coroutine && !scope_of(&p, "coro")->is_generator);
    assert_true(scope_of(&p, "agen")->is_async_generator);
    const SymScope *comps = scope_of(&p, "comps");
    assert_true(comps->children[0]->is_coroutine);
    assert_true(comps->children[1]->is_async_generator);
    assert_false(comps->is_async_generator);
    clear(&p);
}

static void super_and_class_need_the_class_cell(void **state) {
    (void)state;
    Program p;
    analyse(&p, "class A:\n    def f(self): return super().f()\n"
                "class B:\n    def g(self): return [__class__ for i in ()]\n"
                "class C:\n    def h(self): return 1\n");
    assert_true(scope_of(&p, "A")->needs_class_cell);
    assert_true(scope_of(&p, "B")->needs_class_cell);
    assert_false(scope_of(&p, "C")->needs_class_cell);
    assert_kind(&p, "f", "__class__", SYM_FREE, "A");
    assert_kind(&p, "g", "__class__", SYM_FREE, "B");
    clear(&p);
}

static void a_class_passes_on_what_its_methods_take_from_outside(void **state) {
    (void)state;
    Program p;
    analyse(&p, "def f(x, y):\n    class A:\n        x = x\n        def g(self): return x, y\n"
                "    return A\n");
    assert_kind(&p, "g", "x", SYM_FREE, "f");
    const SymName *x = name_in(scope_of(&p, "A"), "x");
    assert_int_equal(x->kind, SYM_LOCAL);
    assert_true(x->also_free);
    assert_kind(&p, "A", "y", SYM_FREE, "f");
    assert_kind(&p, "f", "x", SYM_CELL, "f");
    clear(&p);
}

static void private_names_are_mangled_in_classes(void **state) {
    (void)state;
    Program p;
    analyse(&p, "class _Spam:\n    def f(self):\n        __x = self.__y\n        __z__ = 1\n"
                "        class ___:\n            __w = 1\n__x = 2\n");
    const SymScope *f = scope_of(&p, "f");
    assert_string_equal(name_in(f, "__x")->name->text, "_Spam__x");
    assert_string_equal(name_in(f, "__z__")->name->text, "__z__");
    assert_string_equal(name_in(scope_of(&p, "___"), "__w")->name->text, "__w");
    assert_string_equal(name_in(p.top, "__x")->name->text, "__x");
    const AstIdent *attribute = ast_intern(f->identifiers, "__y", 3);
    assert_string_equal(symtable_mangle(f, attribute)->text, "_Spam__y");
    clear(&p);
}

static void long_private_names_are_mangled_too(void **state) {
    (void)state;
    Program p;
    char source[600] = "class A";
    memset(source + 7, 'b', 200);
    strcat(source, ":\n    __");
    memset(source + strlen(source), 'c', 200);
    strcat(source, " = 1\n");
    analyse(&p, source);
    const SymScope *scope = p.top->children[0];
    assert_int_equal(scope->names[0]->name->length, 1 + 201 + 202);
    clear(&p);
}

static void type_parameters_have_scopes_of_their_own(void **state) {
    (void)state;
    Program p;
    analyse(&p, "class A:\n    k = int\n    def f[T: k](self, x: T) -> T:\n        return T\n"
                "type P[U = A] = list[U]\n");
    const AstNode *def = p.module->module.body.items[0]->class_def.body.items[1];
    const SymScope *params = def->function_def.type_scope;
    assert_int_equal(params->kind, SYM_TYPE_PARAMS);
    assert_true(params->sees_class && scope_of(&p, "A")->needs_class_dict);
    assert_true(name_in(params, "T")->is_type_param);
    assert_int_equal(name_in(def->function_def.scope, "T")->kind, SYM_FREE);
    assert_ptr_equal(name_in(def->function_def.scope, "T")->owner, params);
    const SymScope *bound = def->function_def.type_params.items[0]->type_param.bound_scope;
    assert_int_equal(name_in(bound, "k")->kind, SYM_GLOBAL_IMPLICIT);
    assert_true(bound->sees_class);
    assert_int_equal(p.module->module.body.items[1]->type_alias.scope->kind, SYM_TYPE_ALIAS);
    clear(&p);
}

static void imports_patterns_and_handlers_bind(void **state) {
    (void)state;
    Program p;
    analyse(&p, "def f(v):\n    import a.b, c as d\n    from e import g as h\n"
                "    match v:\n        case [i, *j] | {'k': i, **j}: pass\n"
                "    try: pass\n    except E as k: pass\n    with v as (l, m[0]): pass\n"
                "    n: int\n    for o, *q in v: del r\n");
    static const char *const BOUND[] = {"a", "d", "h", "i", "j", "k", "l", "n", "o", "q", "r"};
    for (size_t i = 0; i < sizeof BOUND / sizeof BOUND[0]; i++) {
        assert_kind(&p, "f", BOUND[i], SYM_LOCAL, "f");
    }
    assert_true(name_in(scope_of(&p, "f"), "a")->is_imported);
    assert_true(name_in(scope_of(&p, "f"), "n")->is_annotated);
    assert_kind(&p, "f", "m", SYM_GLOBAL_IMPLICIT, NULL);
    clear(&p);
}

static void future_annotations_name_nothing(void **state) {
    (void)state;
    Program p;
    analyse(&p, "from __future__ import annotations\ndef f(x: Foo) -> Bar: pass\n");
    assert_true(p.top->future_annotations);
    assert_null(symtable_find(p.top, ast_intern(p.top->identifiers, "Foo", 3)));
    clear(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parameters_come_first_in_the_order_of_the_frame),
        cmocka_unit_test(closures_make_cells_and_hand_them_on),
        cmocka_unit_test(global_and_nonlocal_redirect),
        cmocka_unit_test(comprehensions_keep_their_variables_apart),
        cmocka_unit_test(a_lambda_in_a_comprehension_captures_its_cell),
        cmocka_unit_test(a_comprehension_sees_a_captured_variable_of_its_frame_as_a_cell),
        cmocka_unit_test(a_comprehension_in_a_class_does_not_see_the_class_names),
        cmocka_unit_test(a_walrus_binds_around_the_comprehensions),
        cmocka_unit_test(a_generator_expression_has_a_frame_and_an_argument),
        cmocka_unit_test(functions_know_what_calling_them_makes),
        cmocka_unit_test(super_and_class_need_the_class_cell),
        cmocka_unit_test(a_class_passes_on_what_its_methods_take_from_outside),
        cmocka_unit_test(private_names_are_mangled_in_classes),
        cmocka_unit_test(long_private_names_are_mangled_too),
        cmocka_unit_test(type_parameters_have_scopes_of_their_own),
        cmocka_unit_test(imports_patterns_and_handlers_bind),
        cmocka_unit_test(future_annotations_name_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
