/* Classes of programs: their slots, their making, their instances. Small programs on the bare VM.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/run_python.h"

static void init_runs_and_must_return_none(void **state) {
    (void)state;
    assert_prints("class A:\n"
                  "    def __init__(self, x, *, k=2): self.v = (x, k)\n"
                  "print(A(1).v, A(x=3, k=4).v)\n"
                  "class B:\n"
                  "    def __init__(self): return 5\n"
                  "B()\n",
                  "(1, 2) (3, 4)\nTypeError: __init__() should return None, not 'int'\n");
}

static void new_decides_whether_init_runs(void **state) {
    (void)state;
    assert_prints("class Once:\n"
                  "    made = None\n"
                  "    def __new__(cls, *a):\n"
                  "        if cls.made is None: cls.made = super().__new__(cls)\n"
                  "        return cls.made\n"
                  "    def __init__(self, v): self.v = v\n"
                  "print(Once(1) is Once(2), Once(3).v)\n"
                  "class Other:\n"
                  "    def __new__(cls): return 7\n"
                  "    def __init__(self): print('never')\n"
                  "print(Other())\n",
                  "True 3\n7\n");
}

static void surplus_arguments_are_refused_by_the_right_method(void **state) {
    (void)state;
    assert_prints("def show(f):\n"
                  "    try: f()\n"
                  "    except TypeError as x: print(x)\n"
                  "class A: pass\n"
                  "class B:\n"
                  "    def __init__(self, x): super().__init__(x)\n"
                  "class C:\n"
                  "    def __new__(cls, x): return super().__new__(cls, x)\n"
                  "show(lambda: A(1)); show(lambda: B(1)); show(lambda: C(1))\n"
                  "show(lambda: object.__new__(int)); show(lambda: object.__new__())\n",
                  "A() takes no arguments\n"
                  "object.__init__() takes exactly one argument (the instance to initialize)\n"
                  "object.__new__() takes exactly one argument (the type to instantiate)\n"
                  "object.__new__(int) is not safe, use int.__new__()\n"
                  "object.__new__(): not enough arguments\n");
}

static void subclasses_of_containers_fill_themselves_in_super_init(void **state) {
    (void)state;
    assert_prints("class L(list):\n"
                  "    def __init__(self, *a): super().__init__(a); self.tag = 'l'\n"
                  "class D(dict):\n"
                  "    def __init__(self, **k): super().__init__(k, z=0)\n"
                  "class S(set):\n"
                  "    def __init__(self, it): super().__init__(x + 1 for x in it)\n"
                  "l = L(1, 2); l.append(3)\n"
                  "print(l, l.tag, D(a=1), S([1, 2]), len(L()))\n"
                  "l.__init__(9)\n"
                  "print(l, l.tag)\n",
                  "[1, 2, 3] l {'a': 1, 'z': 0} S({2, 3}) 0\n[9] l\n");
}

static void immutable_subclasses_keep_their_dict_behind_the_value(void **state) {
    (void)state;
    assert_prints(
        "class S(str): pass\n"
        "class T(tuple):\n"
        "    def __new__(cls, *a): return super().__new__(cls, a)\n"
        "class N(int):\n"
        "    def __new__(cls, v, tag): o = super().__new__(cls, v); o.tag = tag; return o\n"
        "s = S('some text'); s.a = 1; s.b = [2]\n"
        "t = T(1, 2, 3); t.name = 'triple'\n"
        "n = N(5, 'five')\n"
        "print(s, s.a, s.b, len(s), t, t.name, n + 1, n.tag, s.__dict__)\n",
        "some text 1 [2] 9 (1, 2, 3) triple 6 five {'a': 1, 'b': [2]}\n");
}

static void the_subclass_operand_goes_first(void **state) {
    (void)state;
    assert_prints("class A:\n"
                  "    def __add__(self, o): return 'A.add'\n"
                  "    def __radd__(self, o): return 'A.radd'\n"
                  "class B(A):\n"
                  "    def __radd__(self, o): return 'B.radd'\n"
                  "class C(A): pass\n"
                  "class I(int):\n"
                  "    def __radd__(self, o): return 'I.radd'\n"
                  "print(A() + B(), B() + A(), A() + C(), 1 + A(), A() + 1, 1 + I(2), I(2) + 1)\n",
                  "B.radd A.add A.add A.radd A.add I.radd 3\n");
}

static void not_implemented_passes_the_question_on(void **state) {
    (void)state;
    assert_prints("class A:\n"
                  "    def __add__(self, o): print('add'); return NotImplemented\n"
                  "    def __eq__(self, o): print('eq'); return NotImplemented\n"
                  "    def __lt__(self, o): return NotImplemented\n"
                  "class B:\n"
                  "    def __radd__(self, o): print('radd'); return NotImplemented\n"
                  "    def __gt__(self, o): return 'gt'\n"
                  "a = A()\n"
                  "print(a == a, a == A(), a != 3, a < B())\n"
                  "try: a + B()\n"
                  "except TypeError as x: print(x)\n"
                  "try: a < 1\n"
                  "except TypeError as x: print(x)\n",
                  "eq\neq\neq\neq\neq\nTrue False True gt\nadd\nradd\n"
                  "unsupported operand type(s) for +: 'A' and 'B'\n"
                  "'<' not supported between instances of 'A' and 'int'\n");
}

static void a_class_with_eq_and_no_hash_is_unhashable(void **state) {
    (void)state;
    assert_prints("class A:\n"
                  "    def __eq__(self, o): return True\n"
                  "class B(A): __hash__ = object.__hash__\n"
                  "print(A.__hash__, len({B(), B()}) in (1, 2))\n"
                  "{A(): 1}\n",
                  "None True\nTypeError: unhashable type: 'A'\n");
}

static void python_equality_works_inside_containers(void **state) {
    (void)state;
    assert_prints("class K:\n"
                  "    def __init__(self, v): self.v = v\n"
                  "    def __hash__(self): return self.v % 2\n"
                  "    def __eq__(self, o): return isinstance(o, K) and self.v == o.v\n"
                  "    def __repr__(self): return f'K{self.v}'\n"
                  "d = {K(i): i for i in range(9)}\n"
                  "print(d[K(7)], K(9) in d, [K(1), K(2)].index(K(2)), (K(1),) == (K(1),))\n"
                  "print([K(3)], {K(1), K(1)}, K(1) != K(1))\n"
                  "class Bad(K):\n"
                  "    def __eq__(self, o): raise ValueError('no')\n"
                  "    __hash__ = K.__hash__\n"
                  "d[Bad(1)]\n",
                  "7 False 1 True\n[K3] {K1} False\nValueError: no\n");
}

static void changing_a_class_changes_its_operators_at_once(void **state) {
    (void)state;
    assert_prints("class A: pass\n"
                  "class B(A): pass\n"
                  "b = B()\n"
                  "A.__len__ = lambda self: 3\n"
                  "A.__call__ = lambda self: 'called'\n"
                  "print(len(b), b(), bool(b))\n"
                  "B.__len__ = lambda self: 0\n"
                  "print(len(b), bool(b))\n"
                  "del B.__len__, A.__len__\n"
                  "print(bool(b))\n"
                  "len(b)\n",
                  "3 called True\n0 False\nTrue\nTypeError: object of type 'B' has no len()\n");
}

static void attribute_hooks_are_asked_in_order(void **state) {
    (void)state;
    assert_prints("class A:\n"
                  "    def __getattribute__(self, n):\n"
                  "        if n == 'gone': raise AttributeError(n)\n"
                  "        return object.__getattribute__(self, n)\n"
                  "    def __getattr__(self, n): return 'fallback ' + n\n"
                  "    @property\n"
                  "    def broken(self): raise AttributeError('inside')\n"
                  "    x = 1\n"
                  "a = A(); a.y = 2\n"
                  "print(a.x, a.y, a.gone, a.other, a.broken)\n"
                  "class S:\n"
                  "    def __setattr__(self, n, v): super().__setattr__(n, v * 2)\n"
                  "    def __delattr__(self, n): print('del', n); super().__delattr__(n)\n"
                  "s = S(); s.v = 4; print(s.v); del s.v; s.v\n",
                  "1 2 fallback gone fallback other fallback broken\n8\ndel v\n"
                  "AttributeError: 'S' object has no attribute 'v'\n");
}

static void slots_give_places_and_no_dict(void **state) {
    (void)state;
    assert_prints("class P:\n"
                  "    __slots__ = ('x', '__y')\n"
                  "    def __init__(self): self.x = 1; self.__y = 2\n"
                  "    def y(self): return self.__y\n"
                  "class Q(P): pass\n"
                  "p = P(); q = Q(); q.free = 3\n"
                  "print(p.x, p.y(), q.x, q.__dict__, hasattr(p, '__dict__'))\n"
                  "del p.x\n"
                  "try: p.x\n"
                  "except AttributeError as e: print(e)\n"
                  "p.z = 1\n",
                  "1 2 1 {'free': 3} False\n'P' object has no attribute 'x'\n"
                  "AttributeError: 'P' object has no attribute 'z' and no __dict__ for setting new "
                  "attributes\n");
}

static void layouts_that_exclude_each_other_are_refused(void **state) {
    (void)state;
    assert_prints("def show(*bases):\n"
                  "    try: print([c.__name__ for c in type('X', bases, {}).__mro__])\n"
                  "    except TypeError as x: print(x)\n"
                  "class M: pass\n"
                  "class S: __slots__ = ('a',)\n"
                  "class T: __slots__ = ('a',)\n"
                  "class E(S): __slots__ = ()\n"
                  "show(M, int); show(int, str); show(S, T); show(E, S); show(S, E); show(bool)\n"
                  "show(M, M); show(object, M)\n",
                  "['X', 'M', 'int', 'object']\n"
                  "multiple bases have instance lay-out conflict\n"
                  "multiple bases have instance lay-out conflict\n"
                  "['X', 'E', 'S', 'object']\n"
                  "Cannot create a consistent method resolution order (MRO) for bases S, E\n"
                  "type 'bool' is not an acceptable base type\n"
                  "duplicate base class M\n"
                  "Cannot create a consistent method resolution order (MRO) for bases object, M\n");
}

static void making_a_class_tells_descriptors_then_the_base(void **state) {
    (void)state;
    assert_prints("class D:\n"
                  "    def __set_name__(self, owner, name): print('name', owner.__name__, name)\n"
                  "class Base:\n"
                  "    def __init_subclass__(cls, tag=None, **k):\n"
                  "        super().__init_subclass__(**k); print('sub', cls.__name__, tag)\n"
                  "class X(Base, tag='t'):\n"
                  "    a = D(); b = D()\n"
                  "class Y(Base, other=1): pass\n",
                  "name X a\nname X b\nsub X t\n"
                  "TypeError: Y.__init_subclass__() takes no keyword arguments\n");
}

static void super_follows_the_mro_of_the_instance(void **state) {
    (void)state;
    assert_prints("class A:\n"
                  "    def go(self): return ['A']\n"
                  "class B(A):\n"
                  "    def go(self): return ['B'] + super().go()\n"
                  "class C(A):\n"
                  "    def go(self): return ['C'] + super().go()\n"
                  "class D(B, C):\n"
                  "    def go(self): return ['D'] + super().go()\n"
                  "    @classmethod\n"
                  "    def name(cls): return super().__name__\n"
                  "print(D().go(), super(B, D()).go())\n"
                  "def loose(self): super().go()\n"
                  "try: loose(D())\n"
                  "except RuntimeError as x: print(x)\n"
                  "super(int, 'a')\n",
                  "['D', 'B', 'C', 'A'] ['C', 'A']\nsuper(): __class__ cell not found\n"
                  "TypeError: super(type, obj): obj (instance of str) is not an instance or "
                  "subtype of type (int).\n");
}

static void results_of_protocol_methods_are_checked(void **state) {
    (void)state;
    assert_prints("class H:\n"
                  "    def __bool__(self): return 3\n"
                  "    def __len__(self): return -1\n"
                  "    def __iter__(self): return 3\n"
                  "    def __repr__(self): return 3\n"
                  "    def __hash__(self): return 'a'\n"
                  "h = H()\n"
                  "for f in bool, len, iter, repr, hash:\n"
                  "    try: f(h)\n"
                  "    except (TypeError, ValueError) as x: print(x)\n"
                  "f'{h}'\n",
                  "__bool__ should return bool, returned int\n"
                  "__len__() should return >= 0\n"
                  "iter() returned non-iterator of type 'int'\n"
                  "__repr__ returned non-string (type int)\n"
                  "__hash__ method should return an integer\n"
                  "TypeError: __str__ returned non-string (type int)\n");
}

static void del_runs_once_when_the_last_reference_goes(void **state) {
    (void)state;
    assert_prints("class D:\n"
                  "    def __init__(self, n, child=None): self.n, self.child = n, child\n"
                  "    def __del__(self): print('del', self.n)\n"
                  "d = D(1, D(2)); d = None\n"
                  "l = [D('a'), D('b')]; del l\n"
                  "kept = []\n"
                  "class R:\n"
                  "    def __del__(self): kept.append(self); print('saved')\n"
                  "R()\n"
                  "kept.clear(); print('end')\n",
                  "del 1\ndel 2\ndel b\ndel a\nsaved\nend\n");
}

static void metaclasses_may_rule_over_their_classes(void **state) {
    (void)state;
    assert_prints(
        "class Meta(type):\n"
        "    def __new__(m, name, bases, ns): ns['x'] = 1; "
        "return super().__new__(m, name, bases, ns)\n"
        "    def __call__(cls, *a): print('call'); return super().__call__(*a)\n"
        "    def __instancecheck__(cls, o): return o == 5\n"
        "    def __iter__(cls): return iter(cls.__name__)\n"
        "    def __getitem__(cls, k): return k * 2\n"
        "A = Meta('A', (), {})\n"
        "class B(A): pass\n"
        "print(type(B).__name__, B.x, list(B), B[4], isinstance(5, (str, B)), type(B()))\n",
        "call\nMeta 1 ['B'] 8 True <class '__main__.B'>\n");
}

static void groups_are_split_by_derive(void **state) {
    (void)state;
    assert_prints(
        "class G(ExceptionGroup):\n"
        "    def __new__(cls, m, xs, code=0):\n"
        "        o = super().__new__(cls, m, xs); o.code = code; return o\n"
        "    def derive(self, xs): return G(self.message, xs, self.code)\n"
        "g = G('g', [ValueError(1), ExceptionGroup('in', [KeyError(2), ValueError(3)])], 7)\n"
        "g.add_note('n')\n"
        "m, r = g.split(ValueError)\n"
        "print(repr(m), m.code, m.__notes__)\n"
        "print(repr(r), r.code, g.subgroup(OSError), g.split(G)[0] is g)\n",
        "G('g', [ValueError(1), ExceptionGroup('in', [ValueError(3)])], 7) 7 ['n']\n"
        "G('g', [ExceptionGroup('in', [KeyError(2)])], 7) 7 None True\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(init_runs_and_must_return_none),
        cmocka_unit_test(new_decides_whether_init_runs),
        cmocka_unit_test(surplus_arguments_are_refused_by_the_right_method),
        cmocka_unit_test(subclasses_of_containers_fill_themselves_in_super_init),
        cmocka_unit_test(immutable_subclasses_keep_their_dict_behind_the_value),
        cmocka_unit_test(the_subclass_operand_goes_first),
        cmocka_unit_test(not_implemented_passes_the_question_on),
        cmocka_unit_test(a_class_with_eq_and_no_hash_is_unhashable),
        cmocka_unit_test(python_equality_works_inside_containers),
        cmocka_unit_test(changing_a_class_changes_its_operators_at_once),
        cmocka_unit_test(attribute_hooks_are_asked_in_order),
        cmocka_unit_test(slots_give_places_and_no_dict),
        cmocka_unit_test(layouts_that_exclude_each_other_are_refused),
        cmocka_unit_test(making_a_class_tells_descriptors_then_the_base),
        cmocka_unit_test(super_follows_the_mro_of_the_instance),
        cmocka_unit_test(results_of_protocol_methods_are_checked),
        cmocka_unit_test(del_runs_once_when_the_last_reference_goes),
        cmocka_unit_test(metaclasses_may_rule_over_their_classes),
        cmocka_unit_test(groups_are_split_by_derive),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
