/* int, bool and float, compared with what CPython 3.13 answers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#include "object/int.h"
#include "support/evaluate.h"
#include "vm/boot.h"

static Engine *engine(void) {
    Engine *e = calloc(1, sizeof *e);
    assert_non_null(e);
    assert_true(engine_boot(e, 4 << 20, 0, 0) && engine_seal(e));
    return e;
}

static void end(Engine *e) {
    engine_shutdown(e);
    free(e);
}

static void division_and_modulo_follow_the_divisors_sign(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"7 // 2, -7 // 2, 7 // -2, -7 // -2", "(3, -4, -4, 3)"},
        {"7 % 3, -7 % 3, 7 % -3, -7 % -3", "(1, 2, -2, -1)"},
        {"7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2", "(3.0, -4.0, -0.5, 0.5)"},
        {"-0.0 % 5, 0.0 % -5, 6.0 % -3", "(0.0, -0.0, -0.0)"},
        {"(7).__divmod__(-2), (-7.5).__divmod__(2), (7).__rdivmod__(50)",
         "((-4, -1), (-4.0, 0.5), (7, 1))"},
        {"1e308 // 1e-308, -1.0 // float('inf'), -1.0 % float('inf')", "(inf, -1.0, inf)"},
        {"-9223372036854775808 % -1", "0"},
        {"1 // 0", "ZeroDivisionError: integer division or modulo by zero"},
        {"1 % 0", "ZeroDivisionError: integer modulo by zero"},
        {"1 / 0", "ZeroDivisionError: division by zero"},
        {"1.0 // 0", "ZeroDivisionError: float floor division by zero"},
        {"1.0 % 0", "ZeroDivisionError: float modulo by zero"},
        {"1.0 / 0.0", "ZeroDivisionError: float division by zero"},
        {"(1.5).__divmod__(0)", "ZeroDivisionError: float divmod()"},
    };
    EVALUATE(cases);
}

static void true_division_of_ints_is_correctly_rounded(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"1 / 3, 2 / 3, -7 / 2, 0 / -5", "(0.3333333333333333, 0.6666666666666666, -3.5, -0.0)"},
        {"9007199254740993 / 1, 9223372036854775807 / 9223372036854775806",
         "(9007199254740992.0, 1.0)"},
        {"9223372036854775807 / 3, 4611686018427387905 / 4611686018427387904",
         "(3.0744573456182584e+18, 1.0)"},
        {"1 / 9223372036854775807, -9223372036854775808 / -1",
         "(1.0842021724855044e-19, 9.223372036854776e+18)"},
    };
    EVALUATE(cases);
}

static void powers_match_cpython(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"2 ** 10, (-2) ** 3, 2 ** -2, (-2) ** -3, 0 ** 0", "(1024, -8, 0.25, -0.125, 1)"},
        {"2 ** 0.5, 2.5 ** 3, 10.0 ** -3, 1.1 ** 10, 9 ** 0.5, 2.0 ** -1074",
         "(1.4142135623730951, 15.625, 0.001, 2.5937424601000023, 3.0, 5e-324)"},
        {"(-8.0) ** 3, (-8.0) ** -3, (-0.0) ** 3, (-0.0) ** 2",
         "(-512.0, -0.001953125, -0.0, 0.0)"},
        {"float('inf') ** -1, float('-inf') ** 3, float('nan') ** 0, 1 ** float('nan'), (-1.0) ** "
         "float('inf')",
         "(0.0, -inf, 1.0, 1.0, 1.0)"},
        {"1.0000001 ** 1e7, 0.5 ** 1074, 3.0 ** 33, 12345678.0 ** 2",
         "(2.7182816941320818, 5e-324, 5559060566555523.0, 152415765279684.0)"},
        {"0 ** -1", "ZeroDivisionError: 0.0 cannot be raised to a negative power"},
        {"0.0 ** -2", "ZeroDivisionError: 0.0 cannot be raised to a negative power"},
        {"10.0 ** 400", "OverflowError: (34, 'Numerical result out of range')"},
    };
    EVALUATE(cases);
}

static void shifts_and_bit_operators_match_cpython(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"1 << 62, -1 << 63, 0 << 64, -5 >> 1, 5 >> 100, -5 >> 100, 0 << 1000",
         "(4611686018427387904, -9223372036854775808, 0, -3, 0, -1, 0)"},
        {"6 & 3, 6 | 3, 6 ^ 3, ~6, -6 & 255, -1 ^ 5", "(2, 7, 5, -7, 250, -6)"},
        {"True & False, True | 2, True ^ True, True + True, -True, ~True, +False",
         "(False, 3, False, 2, -1, -2, 0)"},
        {"1 << -1", "ValueError: negative shift count"},
        {"1 >> -1", "ValueError: negative shift count"},
        {"1 & 1.5", "TypeError: unsupported operand type(s) for &: 'int' and 'float'"},
    };
    EVALUATE(cases);
}

static void ints_compare_with_floats_exactly(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"9007199254740993 == 9007199254740992.0, 9007199254740993 > 9007199254740992.0",
         "(False, True)"},
        {"9223372036854775807 < 9223372036854775808.0, -9223372036854775808 == "
         "-9223372036854775808.0",
         "(True, True)"},
        {"1 == 1.0, True == 1.0, 2 < 2.5, 3 > 2.5, -1 < -0.5", "(True, True, True, True, True)"},
        {"5 < float('nan'), 5 != float('nan'), 5 < float('inf'), 5 > float('-inf')",
         "(False, True, True, True)"},
        {"1 < '2'", "TypeError: '<' not supported between instances of 'int' and 'str'"},
    };
    EVALUATE(cases);
}

static void equal_numbers_are_one_key(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"{1: 'a', 1.0: 'b', True: 'c'}", "{1: 'c'}"},
        {"{2**62: 'a', float(2**62): 'b'}", "{4611686018427387904: 'b'}"},
        {"{-1: 1, -1.0: 2, -2: 3, 0.0: 4, -0.0: 5, False: 6}", "{-1: 2, -2: 3, 0.0: 6}"},
        {"{0.5: 1, 0.25: 2}[0.25]", "2"},
    };
    EVALUATE(cases);
}

static void int_reads_every_notation(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"int('12'), int(' -12\\n'), int('+1_000'), int('٣٤'), int(b'77')",
         "(12, -12, 1000, 34, 77)"},
        {"int('ff', 16), int('0xFF', 16), int('0b101', 0), int('0o17', 0), int('z', 36), "
         "int('0x_f', 0)",
         "(255, 255, 5, 15, 35, 15)"},
        {"int(3.99), int(-3.99), int(True), int(), int('-9223372036854775808')",
         "(3, -3, 1, 0, -9223372036854775808)"},
        {"int('')", "ValueError: invalid literal for int() with base 10: ''"},
        {"int('1__0')", "ValueError: invalid literal for int() with base 10: '1__0'"},
        {"int('_1')", "ValueError: invalid literal for int() with base 10: '_1'"},
        {"int('12a')", "ValueError: invalid literal for int() with base 10: '12a'"},
        {"int('0x10')", "ValueError: invalid literal for int() with base 10: '0x10'"},
        {"int('012', 0)", "ValueError: invalid literal for int() with base 0: '012'"},
        {"int('5', 5)", "ValueError: invalid literal for int() with base 5: '5'"},
        {"int('é')", "ValueError: invalid literal for int() with base 10: 'é'"},
        {"int(b'\\xff')", "ValueError: invalid literal for int() with base 10: b'\\xff'"},
        {"int('1', 1)", "ValueError: int() base must be >= 2 and <= 36, or 0"},
        {"int(1, 10)", "TypeError: int() can't convert non-string with explicit base"},
        {"int(None)", "TypeError: int() argument must be a string, a bytes-like object or a real "
                      "number, not 'NoneType'"},
        {"int([])", "TypeError: int() argument must be a string, a bytes-like object or a real "
                    "number, not 'list'"},
        {"int('1', 2, 3)", "TypeError: int expected at most 2 arguments, got 3"},
        {"int('1', foo=2)", "TypeError: int() got an unexpected keyword argument 'foo'"},
        {"int(base=2)", "TypeError: int() missing string argument"},
        {"int(float('nan'))", "ValueError: cannot convert float NaN to integer"},
        {"int(float('inf'))", "OverflowError: cannot convert float infinity to integer"},
    };
    EVALUATE(cases);
}

static void int_methods_match_cpython(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"(255).bit_length(), (-256).bit_length(), (0).bit_length(), "
         "(-9223372036854775808).bit_length()",
         "(8, 9, 0, 64)"},
        {"(255).bit_count(), (-7).bit_count()", "(8, 3)"},
        {"(1024).to_bytes(2, 'big'), (1024).to_bytes(4, 'little'), (-1).to_bytes(2, 'big', "
         "signed=True), (5).to_bytes()",
         "(b'\\x04\\x00', b'\\x00\\x04\\x00\\x00', b'\\xff\\xff', b'\\x05')"},
        {"int.from_bytes(b'\\x04\\x00', 'big'), int.from_bytes(b'\\xff\\xfe', 'big', signed=True), "
         "int.from_bytes([1, 2], 'little')",
         "(1024, -2, 513)"},
        {"(1234).__round__(-2), (1250).__round__(-2), (1350).__round__(-2), (-15).__round__(-1), "
         "(5).__round__(3)",
         "(1200, 1200, 1400, -20, 5)"},
        {"(7).as_integer_ratio(), (7).is_integer(), (7).numerator, (7).denominator, (7).real, "
         "(7).imag, (7).conjugate()",
         "((7, 1), True, 7, 1, 7, 0, 7)"},
        {"(-7).__abs__(), (7).__floor__(), (7).__float__(), True.__abs__(), True.real",
         "(7, 7, 7.0, 1, 1)"},
        {"(300).to_bytes(1, 'big')", "OverflowError: int too big to convert"},
        {"(-1).to_bytes(1, 'big')", "OverflowError: can't convert negative int to unsigned"},
        {"(1).to_bytes(-1, 'big')", "ValueError: length argument must be non-negative"},
        {"(1).to_bytes(1, 'middle')", "ValueError: byteorder must be either 'little' or 'big'"},
        {"int.from_bytes(b'a', 'x')", "ValueError: byteorder must be either 'little' or 'big'"},
    };
    EVALUATE(cases);
}

static void float_repr_is_the_shortest_that_reads_back(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"0.1, 0.1 + 0.2, 1/3, 2/3, 100.0, 1e15, 1e16, 123456789012345680.0, 1.5e300",
         "(0.1, 0.30000000000000004, 0.3333333333333333, 0.6666666666666666, 100.0, "
         "1000000000000000.0, 1e+16, 1.2345678901234568e+17, 1.5e+300)"},
        {"1e-4, 1e-5, 0.00012345, -0.0, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308",
         "(0.0001, 1e-05, 0.00012345, -0.0, 5e-324, 2.2250738585072014e-308, "
         "1.7976931348623157e+308)"},
        {"9007199254740993.0, 4503599627370497.5, 9.5367431640625e-07, 1e22, 1e23, 8.41e21, "
         "2.0**-1074 * 3",
         "(9007199254740992.0, 4503599627370498.0, 9.5367431640625e-07, 1e+22, 1e+23, 8.41e+21, "
         "1.5e-323)"},
        {"float('inf'), float('-inf'), float('nan'), 3.0, 1234.5", "(inf, -inf, nan, 3.0, 1234.5)"},
    };
    EVALUATE(cases);
}

static void float_reads_every_notation(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"float('1.5'), float(' -1e3\\n'), float('.5'), float('5.'), float('1_0.0_1'), "
         "float('1e-400'), float('1e400')",
         "(1.5, -1000.0, 0.5, 5.0, 10.01, 0.0, inf)"},
        {"float('inf'), float('-Infinity'), float('nan'), float('٣.٥'), float(b'2.5'), float(), "
         "float(True)",
         "(inf, -inf, nan, 3.5, 2.5, 0.0, 1.0)"},
        {"float('2.4703282292062328e-324'), float('9007199254740993'), "
         "float('0.1000000000000000055511151231257827')",
         "(5e-324, 9007199254740992.0, 0.1)"},
        {"float('"
         "17976931348623158079372897140530341507993413271003782693617377898044496829276475094664901"
         "79775872070963302864166928879109465555478519404026306574886715058206819089020007083836762"
         "73854845817711531764475730270069855571366959622842914819860834936475292719074168444365510"
         "704342711559699508093042880')",
         "1.7976931348623157e+293"},
        {"float('')", "ValueError: could not convert string to float: ''"},
        {"float('abc')", "ValueError: could not convert string to float: 'abc'"},
        {"float('1__0')", "ValueError: could not convert string to float: '1__0'"},
        {"float('1e')", "ValueError: could not convert string to float: '1e'"},
        {"float('_1')", "ValueError: could not convert string to float: '_1'"},
        {"float('0x10')", "ValueError: could not convert string to float: '0x10'"},
        {"float(None)",
         "TypeError: float() argument must be a string or a real number, not 'NoneType'"},
        {"float([])", "TypeError: float() argument must be a string or a real number, not 'list'"},
        {"float(1, 2)", "TypeError: float expected at most 1 argument, got 2"},
        {"float(x=1)", "TypeError: float() takes no keyword arguments"},
    };
    EVALUATE(cases);
}

static void rounding_is_half_even_and_exact(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"(0.5).__round__(), (1.5).__round__(), (2.5).__round__(), (-0.5).__round__(), "
         "(-1.5).__round__(), (4503599627370497.5).__round__()",
         "(0, 2, 2, 0, -2, 4503599627370498)"},
        {"(2.675).__round__(2), (1.005).__round__(2), (0.125).__round__(2), (0.375).__round__(2), "
         "(2.5).__round__(0)",
         "(2.67, 1.0, 0.12, 0.38, 2.0)"},
        {"(1234.5678).__round__(-2), (1250.0).__round__(-2), (5e-324).__round__(400), "
         "(1e300).__round__(-400), (-0.4).__round__(0)",
         "(1200.0, 1200.0, 5e-324, 0.0, -0.0)"},
        {"(1e16).__round__(1), (123.456).__round__(None)", "(1e+16, 123)"},
        {"float('nan').__round__()", "ValueError: cannot convert float NaN to integer"},
        {"float('inf').__round__()", "OverflowError: cannot convert float infinity to integer"},
        {"(1.7976931348623157e308).__round__(-308)",
         "OverflowError: rounded value too large to represent"},
        {"(1.5).__round__('a')", "TypeError: 'str' object cannot be interpreted as an integer"},
    };
    EVALUATE(cases);
}

static void float_methods_match_cpython(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"(2.0).is_integer(), (2.5).is_integer(), float('inf').is_integer()",
         "(True, False, False)"},
        {"(0.75).as_integer_ratio(), (-2.0).as_integer_ratio(), (0.1).as_integer_ratio()",
         "((3, 4), (-2, 1), (3602879701896397, 36028797018963968))"},
        {"(1.5).hex(), (-0.1).hex(), (0.0).hex(), float('inf').hex(), (5e-324).hex(), "
         "(1e300).hex()",
         "('0x1.8000000000000p+0', '-0x1.999999999999ap-4', '0x0.0p+0', 'inf', "
         "'0x0.0000000000001p-1022', '0x1.7e43c8800759cp+996')"},
        {"float.fromhex('0x1.8p+1'), float.fromhex('-0x.8p0'), float.fromhex('ff'), "
         "float.fromhex('inf'), float.fromhex('0x1p-1074'), float.fromhex('0x1.fffffffffffff8p1')",
         "(3.0, -0.5, 255.0, inf, 5e-324, 4.0)"},
        {"(2.7).__trunc__(), (-2.7).__trunc__(), (2.2).__ceil__(), (-2.2).__floor__(), "
         "(-2.5).__abs__(), (2.5).real, (2.5).imag",
         "(2, -2, 3, -3, 2.5, 2.5, 0.0)"},
        {"float.fromhex('xyz')", "ValueError: invalid hexadecimal floating-point string"},
        {"float.fromhex('0x1p2000')",
         "OverflowError: hexadecimal value too large to represent as a float"},
        {"float('nan').as_integer_ratio()", "ValueError: cannot convert NaN to integer ratio"},
        {"float('inf').as_integer_ratio()",
         "OverflowError: cannot convert Infinity to integer ratio"},
        {"float('inf').__trunc__()", "OverflowError: cannot convert float infinity to integer"},
    };
    EVALUATE(cases);
}

static void subclasses_keep_their_type_and_give_plain_results(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"type('I', (int,), {})(5) + 1, type('I', (int,), {})('7')", "(6, 7)"},
        {"type('F', (float,), {})(2.5) * 2, type('S', (str,), {})('ab').upper()", "(5.0, 'AB')"},
        {"type(type('I', (int,), {})(5) + 0), type(type('S', (str,), {})('a').strip())",
         "(<class 'int'>, <class 'str'>)"},
    };
    EVALUATE(cases);
}

static void results_beyond_64_bits_get_limbs(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"9223372036854775807 + 1", "9223372036854775808"},
        {"-9223372036854775808 - 1", "-9223372036854775809"},
        {"4294967296 * 4294967296", "18446744073709551616"},
        {"-(-9223372036854775808)", "9223372036854775808"},
        {"(-9223372036854775808).__abs__()", "9223372036854775808"},
        {"-9223372036854775808 // -1", "9223372036854775808"},
        {"2 ** 63", "9223372036854775808"},
        {"1 << 63", "9223372036854775808"},
        {"-1 << 64", "-18446744073709551616"},
        {"2 ** 64 - 2 ** 64 + 7", "7"},
        {"2 ** 200 // 2 ** 195", "32"},
        {"2 ** 63 - 1 == 9223372036854775807", "True"},
        {"int('9223372036854775808')", "9223372036854775808"},
        {"int(1e19)", "10000000000000000000"},
        {"(9223372036854775807).__round__(-1)", "9223372036854775810"},
        {"int.from_bytes(b'\\x80' + b'\\x00' * 7, 'big')", "9223372036854775808"},
        {"2 ** 10 ** 10", "MemoryError: "},
        {"1 << 10 ** 12", "MemoryError: "},
    };
    EVALUATE(cases);
}

static void powers_with_a_modulus_use_64_bits_throughout(void **state) {
    (void)state;
    static const struct {
        int64_t base, exponent, modulus, result;
    } cases[] = {
        {2, 10, 1000, 24},
        {3, -1, 7, 5},
        {-3, 3, 5, 3},
        {3, 3, -5, -3},
        {7, 0, 1, 0},
        {INT64_MAX, INT64_MAX, INT64_MIN, -1},
        {5, -5, INT64_MIN, -2499902756869118435},
    };
    Engine *e = engine();
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        Obj *base = int_new(e, cases[i].base), *exponent = int_new(e, cases[i].exponent);
        Obj *modulus = int_new(e, cases[i].modulus);
        Obj *o = int_pow_mod(e, base, exponent, modulus);
        assert_non_null(o);
        assert_int_equal(int_value(o), cases[i].result);
    }
    assert_null(int_pow_mod(e, int_new(e, 2), int_new(e, -1), int_new(e, 4)));
    end(e);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(division_and_modulo_follow_the_divisors_sign),
        cmocka_unit_test(true_division_of_ints_is_correctly_rounded),
        cmocka_unit_test(powers_match_cpython),
        cmocka_unit_test(shifts_and_bit_operators_match_cpython),
        cmocka_unit_test(ints_compare_with_floats_exactly),
        cmocka_unit_test(equal_numbers_are_one_key),
        cmocka_unit_test(int_reads_every_notation),
        cmocka_unit_test(int_methods_match_cpython),
        cmocka_unit_test(float_repr_is_the_shortest_that_reads_back),
        cmocka_unit_test(float_reads_every_notation),
        cmocka_unit_test(rounding_is_half_even_and_exact),
        cmocka_unit_test(float_methods_match_cpython),
        cmocka_unit_test(subclasses_keep_their_type_and_give_plain_results),
        cmocka_unit_test(results_beyond_64_bits_get_limbs),
        cmocka_unit_test(powers_with_a_modulus_use_64_bits_throughout),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
