/* Format specifications and the % operator, compared with what CPython 3.13 answers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/evaluate.h"

static void ints_are_laid_out_as_cpython_does(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"f'{42}', f'{42:5}|', f'{42:<5}|', f'{42:^5}|', f'{42:>5}|', f'{42:=5}|', f'{42:05}', "
         "f'{-42:05}', f'{-42:*=8}', f'{42:é^6}'",
         "('42', '   42|', '42   |', ' 42  |', '   42|', '   42|', '00042', '-0042', '-*****42', "
         "'éé42éé')"},
        {"f'{42:+}', f'{42: }', f'{-42:+}', f'{0:+}', f'{42:-}'",
         "('+42', ' 42', '-42', '+0', '42')"},
        {"f'{255:x}', f'{255:X}', f'{255:#x}', f'{255:#X}', f'{255:o}', f'{255:#o}', f'{5:b}', "
         "f'{5:#b}', f'{-255:#010x}', f'{5:08b}'",
         "('ff', 'FF', '0xff', '0XFF', '377', '0o377', '101', '0b101', '-0x00000ff', '00000101')"},
        {"f'{1234567:,}', f'{1234567:_}', f'{-1234567:,}', f'{123:,}', f'{65536:_b}', "
         "f'{1234567890:_x}', f'{1234:010,}', f'{1234:08,}', f'{12345678:020_}', f'{65536:#_x}'",
         "('1,234,567', '1_234_567', '-1,234,567', '123', '1_0000_0000_0000_0000', '4996_02d2', "
         "'00,001,234', '0,001,234', '0_000_000_012_345_678', '0x1_0000')"},
        {"f'{65:c}', f'{8364:c}|{65:5c}|{128512:>3c}', f'{42:n}', f'{True:d}', f'{True}', "
         "f'{True:5}', f'{False:x}'",
         "('A', '€|    A|  😀', '42', '1', 'True', '    1', '0')"},
        {"f'{42:f}', f'{42:.2f}', f'{42:e}', f'{3:.0%}', f'{10**15:g}', f'{7:.3g}'",
         "('42.000000', '42.00', '4.200000e+01', '300%', '1e+15', '7')"},
        {"f'{5:.2d}'", "ValueError: Precision not allowed in integer format specifier"},
        {"f'{5:zd}'",
         "ValueError: Negative zero coercion (z) not allowed in integer format specifier"},
        {"f'{5:s}'", "ValueError: Unknown format code 's' for object of type 'int'"},
        {"f'{5:y}'", "ValueError: Unknown format code 'y' for object of type 'int'"},
        {"f'{5:é}'", "ValueError: Unknown format code '\\xe9' for object of type 'int'"},
        {"f'{5:,x}'", "ValueError: Cannot specify ',' with 'x'."},
        {"f'{5:_,}'", "ValueError: Cannot specify both ',' and '_'."},
        {"f'{5:,_}'", "ValueError: Cannot specify both ',' and '_'."},
        {"f'{5:,,}'", "ValueError: Cannot specify ',' with ','."},
        {"f'{5:+c}'", "ValueError: Sign not allowed with integer format specifier 'c'"},
        {"f'{-1:c}'", "OverflowError: %c arg not in range(0x110000)"},
        {"f'{1114112:c}'", "OverflowError: %c arg not in range(0x110000)"},
        {"f'{5:5x5}'", "ValueError: Invalid format specifier '5x5' for object of type 'int'"},
        {"f'{5:.}'", "ValueError: Format specifier missing precision"},
        {"f'{5:99999999999999999999}'", "ValueError: Too many decimal digits in format string"},
        {"f'{True:s}'", "ValueError: Unknown format code 's' for object of type 'bool'"},
    };
    EVALUATE(cases);
}

static void floats_are_laid_out_as_cpython_does(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"f'{3.14159:.2f}', f'{3.14159:8.3f}|', f'{3.14159:<8.1f}|', f'{-3.14159:08.2f}', "
         "f'{2.5:.0f}', f'{3.5:.0f}', f'{0.125:.2f}', f'{2.675:.2f}', f'{1e10:.1f}'",
         "('3.14', '   3.142|', '3.1     |', '-0003.14', '2', '4', '0.12', '2.67', "
         "'10000000000.0')"},
        {"f'{1234567.891:,.2f}', f'{1234567.891:_.1f}', f'{1234.5:012,.2f}', f'{0.000012345:.3e}', "
         "f'{12345.678:E}', f'{12345.678:.2E}', f'{0.0:e}'",
         "('1,234,567.89', '1_234_567.9', '0,001,234.50', '1.234e-05', '1.234568E+04', '1.23E+04', "
         "'0.000000e+00')"},
        {"f'{0.0001:g}', f'{0.00001:g}', f'{123456789.0:g}', f'{1e5:g}', f'{1e6:g}', "
         "f'{100000.0:.3g}', f'{1.0:#g}', f'{1e16:#}', f'{1.5:.10g}'",
         "('0.0001', '1e-05', '1.23457e+08', '100000', '1e+06', '1e+05', '1.00000', '1.e+16', "
         "'1.5')"},
        {"f'{0.5:%}', f'{0.1234:.1%}', f'{1.0:.0%}', f'{12.345:+.1%}', f'{1.0:}', f'{1.0:5}|', "
         "f'{100.0:.3}', f'{123.456:.4}', f'{1e16:}', f'{1.0:,}', f'{1e15:,}'",
         "('50.000000%', '12.3%', '100%', '+1234.5%', '1.0', '  1.0|', '1e+02', '123.5', '1e+16', "
         "'1.0', '1,000,000,000,000,000.0')"},
        {"f'{float(\"inf\"):5}|', f'{float(\"-inf\"):08.2f}', f'{float(\"nan\"):+}', "
         "f'{float(\"nan\"):F}', f'{float(\"inf\"):.1%}', f'{float(\"inf\"):010,}'",
         "('  inf|', '-0000inf', '+nan', 'NAN', 'inf%', '0000000inf')"},
        {"f'{-0.0:.1f}', f'{-0.0:z.1f}', f'{-0.04:z.1f}', f'{-0.06:z.1f}', f'{-0.0:z}', "
         "f'{-0.001:z.2e}', f'{0.1:.20f}', f'{0.1:.55f}', f'{5e-324:.3e}', "
         "f'{1.7976931348623157e308:.0f}', f'{2.0**70:n}'",
         "('-0.0', '0.0', '0.0', '-0.1', '0.0', '-1.00e-03', '0.10000000000000000555', "
         "'0.1000000000000000055511151231257827021181583404541015625', '4.941e-324', "
         "'1797693134862315708145274237317043567980705675258449965989174768031572607800285387605895"
         "58632766878171540458953514382464234321326889464182768467546703537516986049910576551282076"
         "24549009038932894407586850845513394230458323690322294816580855933212334827479782620414472"
         "3168738177180919299881250404026184124858368', '1.18059e+21')"},
        {"f'{1.5:d}'", "ValueError: Unknown format code 'd' for object of type 'float'"},
        {"f'{1.5:s}'", "ValueError: Unknown format code 's' for object of type 'float'"},
        {"f'{1.5:,s}'", "ValueError: Cannot specify ',' with 's'."},
        {"f'{1.5:.9999999999f}'", "ValueError: precision too big"},
        {"f'{1.5:5.}'", "ValueError: Format specifier missing precision"},
        {"f'{1.5:q}'", "ValueError: Unknown format code 'q' for object of type 'float'"},
    };
    EVALUATE(cases);
}

static void texts_are_laid_out_as_cpython_does(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"f'{\"abc\":5}|', f'{\"abc\":>5}|', f'{\"abc\":^6}|', f'{\"abc\":*^6}', f'{\"abc\":.2}', "
         "f'{\"abc\":6.2}|', f'{\"é€😀\":>5.2s}|', f'{\"a\":05}', f'{\"a\":x>05}', f'{\"\":3}|', "
         "f'{\"abc\":s}', f'{\"a\":😀^3}'",
         "('abc  |', '  abc|', ' abc  |', '*abc**', 'ab', 'ab    |', '   é€|', 'a0000', 'xxxxa', ' "
         "  |', 'abc', '😀a😀')"},
        {"f'{\"a\"!r:>5}', f'{\"é\"!a}', f'{5!s:>3}', f'{None}', f'{None!s:>6}', f'{[1, \"a\"]}', "
         "f'{\"a\":{\">\"}{4}}'",
         "(\"  'a'\", \"'\\\\xe9'\", '  5', 'None', '  None', \"[1, 'a']\", '   a')"},
        {"f'{\"a\":d}'", "ValueError: Unknown format code 'd' for object of type 'str'"},
        {"f'{\"a\":+}'", "ValueError: Sign not allowed in string format specifier"},
        {"f'{\"a\": }'", "ValueError: Space not allowed in string format specifier"},
        {"f'{\"a\":=5}'", "ValueError: '=' alignment not allowed in string format specifier"},
        {"f'{\"a\":#}'", "ValueError: Alternate form (#) not allowed in string format specifier"},
        {"f'{\"a\":z}'",
         "ValueError: Negative zero coercion (z) not allowed in string format specifier"},
        {"f'{\"a\":,}'", "ValueError: Cannot specify ',' with 's'."},
        {"f'{\"a\":s5}'", "ValueError: Invalid format specifier 's5' for object of type 'str'"},
        {"f'{None:5}'", "TypeError: unsupported format string passed to NoneType.__format__"},
        {"f'{[1]:5}'", "TypeError: unsupported format string passed to list.__format__"},
        {"f'{b\"a\":5}'", "TypeError: unsupported format string passed to bytes.__format__"},
    };
    EVALUATE(cases);
}

static void the_format_method_of_types_takes_a_text(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"(5).__format__('03'), (5.0).__format__('.1f'), 'a'.__format__('>3'), True.__format__('')",
         "('005', '5.0', '  a', 'True')"},
        {"(5).__format__(3)", "TypeError: __format__() argument must be str, not int"},
        {"'a'.__format__(None)", "TypeError: __format__() argument must be str, not None"},
    };
    EVALUATE(cases);
}

static void percent_formatting_matches_cpython(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"'%d %i %u' % (1, -2, 3.9), '%5d|%-5d|%05d|%+d|% d' % (42, 42, 42, 42, 42), '%x %X %#x %o "
         "%#o' % (255, 255, 255, 8, 8), '%.3d|%6.3d|%-6.3d|' % (5, 5, 5), '%#06x' % 10, '%-05d|' % "
         "3",
         "('1 -2 3', '   42|42   |00042|+42| 42', 'ff FF 0xff 10 0o10', '005|   005|005   |', "
         "'0x000a', '3    |')"},
        {"'%f %.2f %8.3f %-8.1f| %+.1f %08.2f' % (1.5, 2.345, 3.14159, 2.5, 1.0, -3.14159), '%e "
         "%.1E %g %G' % (12345.678, 0.00012, 1e-5, 1e20), '%#.0f %#g' % (1, 1), '%f' % True, "
         "'%05f' % float('inf')",
         "('1.500000 2.35    3.142 2.5     | +1.0 -0003.14', '1.234568e+04 1.2E-04 1e-05 1E+20', "
         "'1. 1.00000', '1.000000', '00inf')"},
        {"'%s %r %a' % ('é', 'é', 'é'), '%10s|%-10s|%.2s' % ('ab', 'ab', 'abc'), '%s %s' % (None, "
         "[1]), '%c%c' % (65, 'é'), '%5c|' % 'x', '%%' % (), '100%% of %d' % 5",
         "(\"é 'é' '\\\\xe9'\", '        ab|ab        |ab', 'None [1]', 'Aé', '    x|', '%', '100% "
         "of 5')"},
        {"'%(a)s %(b)05.1f %(a)r' % {'a': 'x', 'b': 2}, '%(a b)s' % {'a b': 1}, '%()s' % {'': 1}, "
         "'%(x(y))s' % {'x(y)': 2}, '%s' % {'a': 1}, 'plain' % {}, 'plain' % []",
         "(\"x 002.0 'x'\", '1', '1', '2', \"{'a': 1}\", 'plain', 'plain')"},
        {"'%*d|%-*d|%.*f' % (5, 42, 5, 42, 2, 3.14159), '%*d' % (-5, 42), '%.*s' % (2, 'abc'), "
         "'%.0f' % 0.5, '%.0f' % 1.5, '%ld %hd' % (1, 2)",
         "('   42|42   |3.14', '42   ', 'ab', '0', '2', '1 2')"},
        {"'%s' % ((1, 2),), '%s' % 'a', '%d' % True, '%s' % ('a',), '%d%%' % 5",
         "('(1, 2)', 'a', '1', 'a', '5%')"},
        {"b'%s %b %d %x %5.1f %c%c %r' % (b'a', b'b', 1, 255, 2.5, 65, b'z', 'é'), b'%(k)s' % "
         "{b'k': b'v'}, b'%-4s|' % b'a'",
         "(b\"a b 1 ff   2.5 Az '\\\\xe9'\", b'v', b'a   |')"},
        {"'%d' % 'a'", "TypeError: %d format: a real number is required, not str"},
        {"'%d' % None", "TypeError: %d format: a real number is required, not NoneType"},
        {"'%x' % 1.5", "TypeError: %x format: an integer is required, not float"},
        {"'%f' % 'a'", "TypeError: must be real number, not str"},
        {"'%c' % 'ab'", "TypeError: %c requires int or char"},
        {"'%c' % -1", "OverflowError: %c arg not in range(0x110000)"},
        {"'%c' % 1.5", "TypeError: %c requires int or char"},
        {"'%s %s' % 1", "TypeError: not enough arguments for format string"},
        {"'%s' % ()", "TypeError: not enough arguments for format string"},
        {"'a' % 1", "TypeError: not all arguments converted during string formatting"},
        {"'%s' % (1, 2)", "TypeError: not all arguments converted during string formatting"},
        {"'%' % 1", "ValueError: incomplete format"},
        {"'%z' % 1", "ValueError: unsupported format character 'z' (0x7a) at index 1"},
        {"'abc%é' % 1", "ValueError: unsupported format character '?' (0xe9) at index 4"},
        {"'%(a)s' % 1", "TypeError: format requires a mapping"},
        {"'%(a)s' % {}", "KeyError: 'a'"},
        {"'%(a' % {'a': 1}", "ValueError: incomplete format key"},
        {"'%*d' % ('a', 1)", "TypeError: * wants int"},
        {"'%99999999999d' % 1", "MemoryError: "},
        {"'%99999999999999999999d' % 1", "ValueError: width too big"},
        {"'%.99999999999f' % 1", "ValueError: precision too big"},
        {"'%(a)s %s' % {'a': 1}", "TypeError: not enough arguments for format string"},
        {"b'%s' % 'a'", "TypeError: %b requires a bytes-like object, or an object that implements "
                        "__bytes__, not 'str'"},
        {"b'%d' % 'a'", "TypeError: %d format: a real number is required, not str"},
        {"b'%s' % ()", "TypeError: not enough arguments for format string"},
        {"b'%d' % (1, 2)", "TypeError: not all arguments converted during bytes formatting"},
        {"b'%c' % 300", "OverflowError: %c arg not in range(256)"},
    };
    EVALUATE(cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ints_are_laid_out_as_cpython_does),
        cmocka_unit_test(floats_are_laid_out_as_cpython_does),
        cmocka_unit_test(texts_are_laid_out_as_cpython_does),
        cmocka_unit_test(the_format_method_of_types_takes_a_text),
        cmocka_unit_test(percent_formatting_matches_cpython),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
