/* str and bytes, compared with what CPython 3.13 answers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "object/bytes.h"
#include "object/error.h"
#include "object/format_fields.h"
#include "object/int.h"
#include "support/evaluate.h"
#include "vm/boot.h"

static void repr_quotes_and_escapes_as_cpython(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"'abc', \"it's\", 'say \"hi\"', 'both \\' and \"', 'back\\\\slash', "
         "'tab\\tnew\\nline\\r', '\\x00\\x1f\\x7f\\x80\\xa0\\xad'",
         "('abc', \"it's\", 'say \"hi\"', 'both \\' and \"', 'back\\\\slash', "
         "'tab\\tnew\\nline\\r', '\\x00\\x1f\\x7f\\x80\\xa0\\xad')"},
        {"'é€😀', '\\u200b\\u2028\\ufeff', b'\\xed\\xa0\\x80'.decode('utf-8', 'surrogatepass'), "
         "'\\U000e0001', '\\u0378', 'Ж한字'",
         "('é€😀', '\\u200b\\u2028\\ufeff', '\\ud800', '\\U000e0001', '\\u0378', 'Ж한字')"},
        {"b'abc', b\"it's\", b'\\'\"', b'\\x00\\t\\n\\r\\\\\\x7f\\xff'",
         "(b'abc', b\"it's\", b'\\'\"', b'\\x00\\t\\n\\r\\\\\\x7f\\xff')"},
    };
    EVALUATE(cases);
}

static void indexing_and_slicing_count_code_points(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"'héllo'[1], 'héllo'[-1], '日本語'[2], 'a😀b'[1], 'abc'[-3]", "('é', 'o', '語', '😀', 'a')"},
        {"'héllo wörld'[1:8], 'héllo'[::-1], 'héllo'[::2], 'héllo'[-2:], 'abc'[5:], 'abc'[2:1], "
         "'a😀b€c'[3:0:-2]",
         "('éllo wö', 'olléh', 'hlo', 'lo', '', '', '€😀')"},
        {"'abc'[True], 'abcdef'[-100:100:3], 'abcdef'[100:-100:-4]", "('b', 'ad', 'fb')"},
        {"'日本語😀'.__len__(), [c for c in 'aé😀'], 'abc'[:]", "(4, ['a', 'é', '😀'], 'abc')"},
        {"'abc'[3]", "IndexError: string index out of range"},
        {"'abc'[-4]", "IndexError: string index out of range"},
        {"'abc'['a']", "TypeError: string indices must be integers, not 'str'"},
        {"'abc'[1.0]", "TypeError: string indices must be integers, not 'float'"},
        {"'abc'[None]", "TypeError: string indices must be integers, not 'NoneType'"},
        {"'abc'['a':]",
         "TypeError: slice indices must be integers or None or have an __index__ method"},
        {"'abc'[::0]", "ValueError: slice step cannot be zero"},
    };
    EVALUATE(cases);
}

static void operators_on_texts_match_cpython(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"'ab' + 'cd', 'ab' * 3, 2 * 'é', 'ab' * 0, 'ab' * -1, 'ab' * True",
         "('abcd', 'ababab', 'éé', '', '', 'ab')"},
        {"'a' < 'b', 'a' < 'B', 'abc' < 'abd', 'ab' < 'abc', 'é' > 'z', '\\uffff' < '\\U00010000', "
         "'a' == 'a', 'a' != 1",
         "(True, False, True, True, True, True, True, True)"},
        {"'b' in 'abc', '' in 'abc', 'é' in 'café', 'x' not in 'abc'", "(True, True, True, True)"},
        {"'a' + 1", "TypeError: can only concatenate str (not \"int\") to str"},
        {"1 + 'a'", "TypeError: unsupported operand type(s) for +: 'int' and 'str'"},
        {"'a' * 1.5", "TypeError: can't multiply sequence by non-int of type 'float'"},
        {"'a' * 'b'", "TypeError: can't multiply sequence by non-int of type 'str'"},
        {"'a' - 'b'", "TypeError: unsupported operand type(s) for -: 'str' and 'str'"},
        {"'a' < 1", "TypeError: '<' not supported between instances of 'str' and 'int'"},
        {"1 in 'abc'", "TypeError: 'in <string>' requires string as left operand, not int"},
    };
    EVALUATE(cases);
}

static void searching_gives_code_point_positions(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"'hello'.find('l'), 'hello'.rfind('l'), 'hello'.find('z'), 'hello'.find(''), "
         "'hello'.rfind(''), 'aéaé'.find('é', 2), 'aéaé'.rfind('a', 0, 2)",
         "(2, 3, -1, 0, 5, 3, 0)"},
        {"'hello'.find('l', -2), 'hello'.find('', 5), 'hello'.find('', 6), 'hello'.index('ll'), "
         "'hello'.rindex('l', None, 3)",
         "(3, 5, -1, 2, 2)"},
        {"'banana'.count('a'), 'banana'.count('ana'), 'banana'.count(''), 'banana'.count('a', 2, "
         "4), 'aaaa'.count('aa')",
         "(3, 1, 7, 1, 2)"},
        {"'abracadabra'.rfind('abra'), ('ab' * 50 + 'c').find('ab' * 20 + 'c'), ('c' + 'ab' * "
         "50).rfind('c' + 'ab' * 20)",
         "(7, 60, 0)"},
        {"'hello'.startswith('he'), 'hello'.startswith(('x', 'he')), 'hello'.startswith('l', 2), "
         "'hello'.startswith('', 6), 'hello'.endswith('lo'), 'hello'.endswith(('x',)), "
         "'hello'.endswith('hel', 0, 3), 'a'.startswith(())",
         "(True, True, True, False, True, False, True, False)"},
        {"'abc'.index('z')", "ValueError: substring not found"},
        {"'abc'.find(1)", "TypeError: find() argument 1 must be str, not int"},
        {"'abc'.find('a', 'b')",
         "TypeError: slice indices must be integers or None or have an __index__ method"},
        {"'abc'.count(None)", "TypeError: count() argument 1 must be str, not None"},
        {"'abc'.startswith(1)",
         "TypeError: startswith first arg must be str or a tuple of str, not int"},
        {"'abc'.endswith(('b', 1))",
         "TypeError: tuple for endswith must only contain str, not int"},
    };
    EVALUATE(cases);
}

static void splitting_and_partitioning_match_cpython(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"' a  b c '.split(), ' a  b c '.split(None, 1), ' a  b c '.rsplit(None, 1), ''.split(), "
         "'a\\u3000b\\x1cc'.split()",
         "(['a', 'b', 'c'], ['a', 'b c '], [' a  b', 'c'], [], ['a', 'b', 'c'])"},
        {"'a,b,,c'.split(','), 'a,b,,c'.split(',', 2), 'a,b,,c'.rsplit(',', 2), ''.split(','), "
         "'a--b-c'.split('--'), 'abc'.split('abc'), 'a b'.split(sep=' ', maxsplit=0)",
         "(['a', 'b', '', 'c'], ['a', 'b', ',c'], ['a,b', '', 'c'], [''], ['a', 'b-c'], ['', ''], "
         "['a b'])"},
        {"'a\\nb\\r\\nc\\rd\\x0be\\x85f\\u2028g'.splitlines(), 'a\\n\\nb'.splitlines(True), "
         "'a\\n'.splitlines(), ''.splitlines(), '\\n'.splitlines(keepends=True)",
         "(['a', 'b', 'c', 'd', 'e', 'f', 'g'], ['a\\n', '\\n', 'b'], ['a'], [], ['\\n'])"},
        {"'k=v=w'.partition('='), 'k=v=w'.rpartition('='), 'kv'.partition('='), "
         "'kv'.rpartition('='), 'añb'.partition('ñ')",
         "(('k', '=', 'v=w'), ('k=v', '=', 'w'), ('kv', '', ''), ('', '', 'kv'), ('a', 'ñ', 'b'))"},
        {"'a'.split('')", "ValueError: empty separator"},
        {"'a'.split(1)", "TypeError: must be str or None, not int"},
        {"'a'.split(None, 1.0)", "TypeError: 'float' object cannot be interpreted as an integer"},
        {"'a'.partition('')", "ValueError: empty separator"},
        {"'a'.rpartition(1)", "TypeError: must be str, not int"},
    };
    EVALUATE(cases);
}

static void stripping_padding_and_replacing_match_cpython(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"'  a '.strip(), '  a '.lstrip(), '  a '.rstrip(), 'xxaxyx'.strip('xy'), "
         "'éaé'.strip('é'), '\\u3000a\\x85'.strip(), 'aaa'.strip('a'), "
         "'www.example.com'.strip('cmowz.')",
         "('a', 'a ', '  a', 'a', 'a', 'a', '', 'example')"},
        {"'ab'.center(5), 'ab'.center(6, '*'), 'abc'.center(6), 'abc'.center(2), 'é'.ljust(3, "
         "'€'), 'é'.rjust(3, '-'), 'ab'.ljust(-1)",
         "('  ab ', '**ab**', ' abc  ', 'abc', 'é€€', '--é', 'ab')"},
        {"'42'.zfill(5), '-42'.zfill(5), '+é'.zfill(4), ''.zfill(2), '--1'.zfill(5), "
         "'abc'.zfill(2)",
         "('00042', '-0042', '+00é', '00', '-00-1', 'abc')"},
        {"'a\\tbc\\td'.expandtabs(), 'a\\tb'.expandtabs(4), 'é\\tb\\n\\tc'.expandtabs(4), "
         "'a\\tb'.expandtabs(0), '\\t'.expandtabs(tabsize=2)",
         "('a       bc      d', 'a   b', 'é   b\\n    c', 'ab', '  ')"},
        {"'aXbX'.replace('X', '--'), 'aaa'.replace('a', 'b', 2), 'abc'.replace('', '.'), "
         "'abc'.replace('', '.', 2), 'abc'.replace('z', 'y'), 'aéa'.replace('é', ''), "
         "'aaa'.replace('a', 'b', count=1)",
         "('a--b--', 'bba', '.a.b.c.', '.a.bc', 'abc', 'aa', 'baa')"},
        {"'TestCase'.removeprefix('Test'), 'TestCase'.removesuffix('Case'), "
         "'TestCase'.removeprefix('x'), ''.removesuffix('')",
         "('Case', 'Test', 'TestCase', '')"},
        {"'a'.strip(1)", "TypeError: strip arg must be None or str"},
        {"'a'.center(5, 'ab')", "TypeError: The fill character must be exactly one character long"},
        {"'a'.center(5, 1)", "TypeError: The fill character must be a unicode character, not int"},
        {"'a'.center('x')", "TypeError: 'str' object cannot be interpreted as an integer"},
        {"'a'.replace('a', 1)", "TypeError: replace() argument 2 must be str, not int"},
        {"'a'.removeprefix(1)", "TypeError: removeprefix() argument must be str, not int"},
    };
    EVALUATE(cases);
}

static void case_follows_unicode(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"'Hello World'.lower(), 'straße'.upper(), 'ÀÉ'.lower(), 'ΑΣ ΣΑΣ'.lower(), "
         "'ПРИВЕТ'.lower(), 'привет'.title(), 'İ'.lower(), 'ŉ'.upper(), 'ﬁ'.upper(), 'ᾳ'.upper()",
         "('hello world', 'STRASSE', 'àé', 'ας σας', 'привет', 'Привет', 'i̇', 'ʼN', 'FI', 'ΑΙ')"},
        {"\"they're bill's friends\".title(), 'hELLO wORLD'.capitalize(), 'ßeta'.capitalize(), "
         "'ǆ'.title(), 'Hello'.swapcase(), 'ß'.swapcase(), 'ÉÀé'.swapcase()",
         "(\"They'Re Bill'S Friends\", 'Hello world', 'Sseta', 'ǅ', 'hELLO', 'SS', 'éàÉ')"},
        {"'Straße'.casefold(), 'ΣΊΣΥΦΟΣ'.casefold(), 'İ'.casefold(), 'Ꭰ'.casefold(), "
         "'ẞ'.casefold(), ''.capitalize(), '1a'.title()",
         "('strasse', 'σίσυφοσ', 'i̇', 'Ꭰ', 'ss', '', '1A')"},
        {"'abc'.islower(), 'ABC1'.isupper(), '1'.islower(), 'Ab Cd'.istitle(), 'AB'.istitle(), "
         "''.isupper(), 'ªº'.islower(), 'ǅ'.istitle(), 'ß'.isupper()",
         "(True, True, False, True, False, False, True, True, False)"},
    };
    EVALUATE(cases);
}

static void character_classes_follow_unicode(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"'abcé'.isalpha(), 'a1'.isalpha(), 'a1'.isalnum(), ''.isalnum(), '²'.isdigit(), "
         "'²'.isdecimal(), '½'.isnumeric(), '½'.isdigit(), '٣'.isdecimal(), '五'.isnumeric(), "
         "'Ⅷ'.isnumeric()",
         "(True, False, True, False, True, False, True, False, True, True, True)"},
        {"' \\t\\n\\u3000'.isspace(), ''.isspace(), '\\x1c'.isspace(), '\\u200b'.isspace(), "
         "'abc'.isascii(), 'é'.isascii(), ''.isascii()",
         "(True, False, True, False, True, False, True)"},
        {"'name_1'.isidentifier(), '1a'.isidentifier(), 'été'.isidentifier(), 'a "
         "b'.isidentifier(), ''.isidentifier(), 'class'.isidentifier()",
         "(True, False, True, False, False, True)"},
        {"'abc é'.isprintable(), 'a\\n'.isprintable(), ''.isprintable(), '\\xad'.isprintable(), "
         "b'\\xed\\xa0\\x80'.decode('utf-8', 'surrogatepass').isprintable()",
         "(True, False, True, False, False)"},
    };
    EVALUATE(cases);
}

static void translation_tables_match_cpython(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"'hello'.translate({104: 'J', 101: None, 108: 'LL', 111: 48}), "
         "'abc'.translate(str.maketrans('abc', 'xyz')), 'abc'.translate(str.maketrans('a', 'é', "
         "'c')), 'abc'.translate({})",
         "('JLLLL0', 'xyz', 'éb', 'abc')"},
        {"str.maketrans({'a': 1, 98: None}), str.maketrans('ab', 'cd', 'e')",
         "({97: 1, 98: None}, {97: 99, 98: 100, 101: None})"},
        {"'abc'.translate('\\u0000' * 97 + 'XY')", "'XYc'"},
        {"'a'.translate({97: 1.5})",
         "TypeError: character mapping must return integer, None or str"},
        {"'a'.translate({97: 1114112})",
         "ValueError: character mapping must be in range(0x110000)"},
        {"'a'.translate(1)", "TypeError: 'int' object is not subscriptable"},
        {"str.maketrans('a')",
         "TypeError: if you give only one argument to maketrans it must be a dict"},
        {"str.maketrans('ab', 'c')",
         "ValueError: the first two maketrans arguments must have equal length"},
        {"str.maketrans({'ab': 1})",
         "ValueError: string keys in translate table must be of length 1"},
    };
    EVALUATE(cases);
}

static void encoding_and_decoding_match_cpython(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"'aé€😀'.encode(), 'é'.encode('latin-1'), 'abc'.encode('ascii'), 'é'.encode('UTF8'), "
         "'é'.encode('iso-8859-1'), 'a'.encode(encoding='us-ascii')",
         "(b'a\\xc3\\xa9\\xe2\\x82\\xac\\xf0\\x9f\\x98\\x80', b'\\xe9', b'abc', b'\\xc3\\xa9', "
         "b'\\xe9', b'a')"},
        {"'é€a'.encode('ascii', 'ignore'), 'é€a'.encode('ascii', 'replace'), 'é€😀'.encode('ascii', "
         "'backslashreplace'), 'é€'.encode('ascii', errors='xmlcharrefreplace'), "
         "b'\\xff'.decode('ascii', 'surrogateescape').encode('utf-8', 'surrogateescape'), "
         "b'\\xed\\xa0\\x80'.decode('utf-8', 'surrogatepass').encode('utf-8', 'surrogatepass')",
         "(b'a', b'??a', b'\\\\xe9\\\\u20ac\\\\U0001f600', b'&#233;&#8364;', b'\\xff', "
         "b'\\xed\\xa0\\x80')"},
        {"b'a\\xc3\\xa9\\xe2\\x82\\xac'.decode(), b'\\xe9'.decode('latin-1'), "
         "b'abc'.decode('ascii'), bytes('é', 'utf-8'), str(b'abc', 'ascii'), str(b'\\xff', "
         "'utf-8', 'replace')",
         "('aé€', 'é', 'abc', b'\\xc3\\xa9', 'abc', '�')"},
        {"b'\\xff\\xe2\\x82z'.decode('utf-8', 'replace'), b'\\xff\\xe2\\x82z'.decode('utf-8', "
         "'ignore'), b'\\xffa'.decode('utf-8', 'backslashreplace'), b'\\xffa'.decode('ascii', "
         "'surrogateescape'), b'\\xed\\xa0\\x80'.decode('utf-8', 'surrogatepass')",
         "('��z', 'z', '\\\\xffa', '\\udcffa', '\\ud800')"},
        {"'é'.encode('ascii')", "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' "
                                "in position 0: ordinal not in range(128)"},
        {"'aéé€b'.encode('ascii')", "UnicodeEncodeError: 'ascii' codec can't encode characters in "
                                    "position 1-3: ordinal not in range(128)"},
        {"'€'.encode('latin-1')", "UnicodeEncodeError: 'latin-1' codec can't encode character "
                                  "'\\u20ac' in position 0: ordinal not in range(256)"},
        {"b'\\xed\\xa0\\x80'.decode('utf-8', 'surrogatepass').encode()",
         "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: "
         "surrogates not allowed"},
        {"b'a\\xe2\\x82'.decode()", "UnicodeDecodeError: 'utf-8' codec can't decode bytes in "
                                    "position 1-2: unexpected end of data"},
        {"b'\\xe2('.decode()", "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe2 in "
                               "position 0: invalid continuation byte"},
        {"b'\\xff'.decode('ascii')", "UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in "
                                     "position 0: ordinal not in range(128)"},
        {"b'\\xc0\\x80'.decode()", "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc0 in "
                                   "position 0: invalid start byte"},
        {"b'\\xf4\\x90\\x80\\x80'.decode()", "UnicodeDecodeError: 'utf-8' codec can't decode byte "
                                             "0xf4 in position 0: invalid continuation byte"},
        {"'a'.encode('foo')", "LookupError: unknown encoding: foo"},
        {"'é'.encode('ascii', 'foo')", "LookupError: unknown error handler name 'foo'"},
        {"'a'.encode(1)", "TypeError: encode() argument 'encoding' must be str, not int"},
        {"str(b'a', 'utf-8', 1)", "TypeError: str() argument 'errors' must be str, not int"},
        {"str('a', 'b')", "TypeError: decoding str is not supported"},
    };
    EVALUATE(cases);
}

static void str_converts_every_value(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"str(), str(5), str(1.0), str(None), str(True), str([1, 'a']), str(object='x'), str(b'a')",
         "('', '5', '1.0', 'None', 'True', \"[1, 'a']\", 'x', \"b'a'\")"},
        {"str(1, 2)", "TypeError: str() argument 'encoding' must be str, not int"},
        {"str(foo=1)", "TypeError: str() got an unexpected keyword argument 'foo'"},
        {"str(1, 2, 3, 4)", "TypeError: str expected at most 3 arguments, got 4"},
    };
    EVALUATE(cases);
}

static void bytes_are_built_and_indexed_as_in_cpython(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"bytes(), bytes(3), bytes([65, 66]), bytes((1, 2)), bytes(b'ab'), bytes('é', 'latin-1'), "
         "bytes(range(3)), bytes('a', encoding='ascii', errors='strict')",
         "(b'', b'\\x00\\x00\\x00', b'AB', b'\\x01\\x02', b'ab', b'\\xe9', b'\\x00\\x01\\x02', "
         "b'a')"},
        {"b'abc'[0], b'abc'[-1], b'abc'[1:], b'abc'[::-1], list(b'ab'), b'abc'.__len__(), b'a' + "
         "b'b', b'ab' * 2, 2 * b'x'",
         "(97, 99, b'bc', b'cba', [97, 98], 3, b'ab', b'abab', b'xx')"},
        {"98 in b'abc', b'bc' in b'abc', b'' in b'', b'a' < b'b', b'a' == 'a', b'ab' > b'a', "
         "{b'k': 1}[b'k']",
         "(True, True, True, True, False, True, 1)"},
        {"b'abc'.hex(), b'abcdef'.hex(':'), b'abcdef'.hex('-', 2), b'abcdefg'.hex('_', -3), "
         "bytes.fromhex('01 aB  ff'), bytes.fromhex('')",
         "('616263', '61:62:63:64:65:66', '6162-6364-6566', '616263_646566_67', "
         "b'\\x01\\xab\\xff', b'')"},
        {"bytes(-1)", "ValueError: negative count"},
        {"bytes([256])", "ValueError: bytes must be in range(0, 256)"},
        {"bytes(['a'])", "TypeError: 'str' object cannot be interpreted as an integer"},
        {"bytes('a')", "TypeError: string argument without an encoding"},
        {"bytes(None)", "TypeError: cannot convert 'NoneType' object to bytes"},
        {"bytes(1.5)", "TypeError: cannot convert 'float' object to bytes"},
        {"bytes(1, 'ascii')", "TypeError: encoding without a string argument"},
        {"b'abc'[3]", "IndexError: index out of range"},
        {"b'abc'['a']", "TypeError: byte indices must be integers or slices, not str"},
        {"b'a' + 'b'", "TypeError: can't concat str to bytes"},
        {"b'a' + 1", "TypeError: can't concat int to bytes"},
        {"b'ab' * 1.5", "TypeError: can't multiply sequence by non-int of type 'float'"},
        {"300 in b'a'", "ValueError: byte must be in range(0, 256)"},
        {"'a' in b'a'", "TypeError: a bytes-like object is required, not 'str'"},
        {"bytes.fromhex('0g')",
         "ValueError: non-hexadecimal number found in fromhex() arg at position 1"},
        {"bytes.fromhex('abc')",
         "ValueError: non-hexadecimal number found in fromhex() arg at position 3"},
        {"b'a'.hex('ab')", "ValueError: sep must be length 1."},
    };
    EVALUATE(cases);
}

static void bytes_methods_match_cpython(void **state) {
    (void)state;
    static const EvaluateCase cases[] = {
        {"b'a,b'.split(b','), b' a b '.split(), b'a\\x1cb'.split(), b'a b c'.rsplit(None, 1), "
         "b'a\\r\\nb\\x0bc'.splitlines(), b'k=v'.partition(b'='), b'kv'.rpartition(b'=')",
         "([b'a', b'b'], [b'a', b'b'], [b'a\\x1cb'], [b'a b', b'c'], [b'a', b'b\\x0bc'], (b'k', "
         "b'=', b'v'), (b'', b'', b'kv'))"},
        {"b'abcb'.find(b'b'), b'abcb'.rfind(98), b'abc'.index(b'c'), b'aXa'.replace(b'X', b''), "
         "b'aaa'.count(b'a'), b'abc'.count(97)",
         "(1, 3, 2, b'aa', 3, 1)"},
        {"b' a '.strip(), b'xax'.strip(b'x'), b'ab'.center(4), b'ab'.ljust(4, b'\\xff'), "
         "b'-1'.zfill(4), b'a\\tb'.expandtabs(3)",
         "(b'a', b'a', b' ab ', b'ab\\xff\\xff', b'-001', b'a  b')"},
        {"b'abC\\xe9'.upper(), b'AbC\\xc9'.lower(), b\"they're\".title(), b'aBC'.capitalize(), "
         "b'aB'.swapcase(), b'abc'.startswith((b'x', b'a')), b'abc'.endswith(b'c'), "
         "b'ab'.removeprefix(b'a')",
         "(b'ABC\\xe9', b'abc\\xc9', b\"They'Re\", b'Abc', b'Ab', True, True, b'b')"},
        {"b'ab1'.isalnum(), b'\\xe9'.isalpha(), b'12'.isdigit(), b' \\x0b'.isspace(), "
         "b'\\x1c'.isspace(), b'Ab'.istitle(), b'\\xff'.isascii()",
         "(True, False, True, True, False, True, False)"},
        {"b'abc'.translate(bytes.maketrans(b'ab', b'xy')), b'abc'.translate(None, b'b'), "
         "b'abc'.translate(None, delete=b'a')",
         "(b'xyc', b'ac', b'bc')"},
        {"b'abc'.index(b'z')", "ValueError: subsection not found"},
        {"b'abc'.find('a')",
         "TypeError: argument should be integer or bytes-like object, not 'str'"},
        {"b'abc'.find(256)", "ValueError: byte must be in range(0, 256)"},
        {"b'abc'.replace('a', b'b')", "TypeError: a bytes-like object is required, not 'str'"},
        {"b'abc'.split('a')", "TypeError: a bytes-like object is required, not 'str'"},
        {"b'abc'.strip('a')", "TypeError: a bytes-like object is required, not 'str'"},
        {"b'abc'.startswith('a')",
         "TypeError: startswith first arg must be bytes or a tuple of bytes, not str"},
        {"b'abc'.center(5, 'x')",
         "TypeError: center() argument 2 must be a byte string of length 1, not str"},
        {"b'a'.translate(b'a')", "ValueError: translation table must be 256 characters long"},
    };
    EVALUATE(cases);
}

static int boot(void **state) {
    Engine *e = calloc(1, sizeof *e);
    *state = e;
    return e && engine_boot(e, 4 << 20, 0, 0) && engine_seal(e) ? 0 : -1;
}

static int shut_down(void **state) {
    engine_shutdown(*state);
    free(*state);
    return 0;
}

/* Drops the exception in flight after comparing its message. */
static void assert_raised(Engine *e, int type_id, const char *message) {
    assert_true(err_matches(e, type_id));
    Obj *exception = err_take(e);
    Str *text = obj_str(e, exception);
    assert_string_equal(text->text, message);
    decref(e, text);
    decref(e, exception);
}

static void joining_refuses_what_is_no_text(void **state) {
    Engine *e = *state;
    size_t before = arena_used(&e->arena);
    Obj *items[] = {OBJ(str_from(e, "one")), OBJ(str_from(e, "dos")), int_new(e, 3)};
    Str *sep = str_from(e, ", ");
    Str *joined = str_join_list(e, sep, items, 2);
    assert_string_equal(joined->text, "one, dos");
    assert_int_equal(joined->length, 8);
    assert_null(str_join_list(e, sep, items, 3));
    assert_raised(e, T_TypeError, "sequence item 2: expected str instance, int found");
    Str *single = str_join_list(e, sep, items, 1);
    assert_ptr_equal(single, items[0]);
    Obj *empty = bytes_new(e, "-", 1);
    assert_null(bytes_join_list(e, BYTES(empty), items, 2));
    assert_raised(e, T_TypeError, "sequence item 0: expected a bytes-like object, str found");
    decref(e, single);
    decref(e, empty);
    decref(e, joined);
    decref(e, sep);
    for (int i = 0; i < 3; i++) decref(e, items[i]);
    assert_int_equal(arena_used(&e->arena), before);
}

static void a_buffer_that_outgrows_the_arena_raises_memory_error_once(void **state) {
    Engine *e = *state;
    size_t before = arena_used(&e->arena);
    StrBuf b;
    strbuf_init(&b, e);
    strbuf_fill(&b, 'x', 1000);
    strbuf_fill(&b, 0x1F600, 1 << 22);
    assert_true(b.failed);
    strbuf_text(&b, "more");
    assert_null(strbuf_finish(&b));
    assert_true(err_matches(e, T_MemoryError));
    err_clear(e);
    err_reserve(e); /* telling of the error took the reserve */
    assert_int_equal(arena_used(&e->arena), before);
}

/* Writes the pieces of a format as "literal|name|accessors|conversion|spec;". */
static void describe(Engine *e, const char *format, char *out) {
    Str *text = str_from(e, format);
    FormatRange rest = {0, text->size};
    *out = '\0';
    while (rest.start < rest.end) {
        FormatField f;
        if (!format_fields_next(e, text, rest, &f)) {
            strcat(out, "!");
            break;
        }
        rest.start = f.next;
        const FormatRange parts[] = {f.literal, f.name, f.accessors, f.spec};
        for (int i = 0; i < (f.has_field ? 4 : 1); i++) {
            if (i > 0) strcat(out, "|");
            strncat(out, text->text + parts[i].start, parts[i].end - parts[i].start);
            if (i == 2 && f.conversion) strncat(out, (char[]){'!', (char)f.conversion}, 2);
        }
        strcat(out, f.spec_nested ? "*;" : ";");
    }
    decref(e, text);
}

static void format_strings_are_read_piece_by_piece(void **state) {
    Engine *e = *state;
    static const struct {
        const char *format, *pieces;
    } cases[] = {
        {"plain", "plain;"},
        {"a{}b", "a|||;b;"},
        {"{{x}} {0}", "{;x};"
                      " |0||;"},
        {"{a.b[c].d!r:>{w}}|", "|a|.b[c].d!r|>{w}*;|;"},
        {"{[x}:!].y:z}", "||[x}:!].y|z;"},
        {"{0!s}{1:}", "|0|!s|;|1||;"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char pieces[200];
        describe(e, cases[i].format, pieces);
        assert_string_equal(pieces, cases[i].pieces);
    }
}

static void mistakes_in_format_strings_have_cpythons_messages(void **state) {
    Engine *e = *state;
    static const struct {
        const char *format, *message;
    } cases[] = {
        {"{", "Single '{' encountered in format string"},
        {"a}b", "Single '}' encountered in format string"},
        {"{0", "expected '}' before end of string"},
        {"{0[}", "expected '}' before end of string"},
        {"{a{b}}", "unexpected '{' in field name"},
        {"{0!", "end of string while looking for conversion specifier"},
        {"{0!rr}", "expected ':' after conversion specifier"},
        {"{0!r", "unmatched '{' in format spec"},
        {"{0!}", "unmatched '{' in format spec"},
        {"{0:{}", "unmatched '{' in format spec"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char pieces[200];
        describe(e, cases[i].format, pieces);
        assert_raised(e, T_ValueError, cases[i].message);
    }
}

static void arguments_are_numbered_by_hand_or_automatically_but_not_both(void **state) {
    Engine *e = *state;
    Str *text = str_from(e, "{}{}{name}{0}{x!q}");
    FormatRange rest = {0, text->size};
    FormatField f;
    int64_t numbering = 0, index;
    static const int64_t expected[] = {0, 1, -1};
    for (int i = 0; i < 3; i++) {
        assert_true(format_fields_next(e, text, rest, &f));
        assert_true(format_fields_argument(e, text, &f, &numbering, &index));
        assert_int_equal(index, expected[i]);
        rest.start = f.next;
    }
    assert_true(format_fields_next(e, text, rest, &f));
    assert_false(format_fields_argument(e, text, &f, &numbering, &index));
    assert_raised(e, T_ValueError,
                  "cannot switch from automatic field numbering to manual field "
                  "specification");
    rest.start = f.next;
    uint32_t conversion;
    assert_true(format_fields_next(e, text, rest, &f));
    assert_false(format_fields_conversion(e, &f, &conversion));
    assert_raised(e, T_ValueError, "Unknown conversion specifier q");
    assert_false(format_fields_no_argument(e, 2));
    assert_raised(e, T_IndexError, "Replacement index 2 out of range for positional args tuple");
    decref(e, text);
}

static void accessors_are_taken_one_by_one(void **state) {
    Engine *e = *state;
    Str *text = str_from(e, ".attr[12][key]x");
    FormatRange rest = {0, text->size};
    static const FormatAccessKind kinds[] = {FORMAT_ACCESS_ATTRIBUTE, FORMAT_ACCESS_ITEM,
                                             FORMAT_ACCESS_ITEM};
    static const char *const reprs[] = {"'attr'", "12", "'key'"};
    FormatAccess access;
    for (int i = 0; i < 3; i++) {
        assert_true(format_fields_access(e, text, &rest, &access));
        assert_int_equal(access.kind, kinds[i]);
        Str *repr = obj_repr(e, access.key);
        assert_string_equal(repr->text, reprs[i]);
        decref(e, repr);
        decref(e, access.key);
    }
    assert_false(format_fields_access(e, text, &rest, &access));
    assert_raised(e, T_ValueError, "Only '.' or '[' may follow ']' in format field specifier");
    rest = (FormatRange){0, 0};
    assert_true(format_fields_access(e, text, &rest, &access));
    assert_int_equal(access.kind, FORMAT_ACCESS_END);
    decref(e, text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(repr_quotes_and_escapes_as_cpython),
        cmocka_unit_test(indexing_and_slicing_count_code_points),
        cmocka_unit_test(operators_on_texts_match_cpython),
        cmocka_unit_test(searching_gives_code_point_positions),
        cmocka_unit_test(splitting_and_partitioning_match_cpython),
        cmocka_unit_test(stripping_padding_and_replacing_match_cpython),
        cmocka_unit_test(case_follows_unicode),
        cmocka_unit_test(character_classes_follow_unicode),
        cmocka_unit_test(translation_tables_match_cpython),
        cmocka_unit_test(encoding_and_decoding_match_cpython),
        cmocka_unit_test(str_converts_every_value),
        cmocka_unit_test(bytes_are_built_and_indexed_as_in_cpython),
        cmocka_unit_test(bytes_methods_match_cpython),
        cmocka_unit_test_setup_teardown(joining_refuses_what_is_no_text, boot, shut_down),
        cmocka_unit_test_setup_teardown(a_buffer_that_outgrows_the_arena_raises_memory_error_once,
                                        boot, shut_down),
        cmocka_unit_test_setup_teardown(format_strings_are_read_piece_by_piece, boot, shut_down),
        cmocka_unit_test_setup_teardown(mistakes_in_format_strings_have_cpythons_messages, boot,
                                        shut_down),
        cmocka_unit_test_setup_teardown(
            arguments_are_numbered_by_hand_or_automatically_but_not_both, boot, shut_down),
        cmocka_unit_test_setup_teardown(accessors_are_taken_one_by_one, boot, shut_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
