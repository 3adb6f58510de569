"""What the engine takes from outside: memory, text, sums. Nothing that reaches a file, the clock, the
environment, a process or a socket; so nothing in a lesson's program can either."""
import os
import re
import subprocess
import sys

ALLOWED = set('''
    malloc calloc realloc free mmap munmap mprotect madvise memchr memcmp memcpy memmove memset qsort abort
    strchr strcmp strcpy strcspn strlen strncmp strpbrk strrchr strspn strstr strcat strncpy strtoll strtol
    strtoull strtoul strtod snprintf sprintf vsnprintf
    fprintf fwrite fputs fputc stderr
    acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh erf erfc exp exp2 expm1 fabs floor fma
    fmod frexp hypot ldexp lgamma log log10 log1p log2 modf nearbyint nextafter pow remainder rint round sin
    sincos sinh sqrt tan tanh tgamma trunc isnan isinf
    _GLOBAL_OFFSET_TABLE_ __stack_chk_fail __ctype_b_loc __errno_location
'''.split())
# mmap() and the like: base/block.c alone, for memory that belongs to no file.
# Computing libraries, the fortified forms of what is above, and what sanitizers and gcov put in.
FAMILIES = re.compile(r'__gmp[nz]?_|nettle_|pcre2_|__(?:\w+)_chk$|__asan_|__ubsan_|__sanitizer_|__lsan_|__gcov_|'
                      r'__start_|__stop_|__isoc(?:99|23)_|__sancov_')
# Of those families what would run code that is made while it runs.
NEVER = re.compile(r'pcre2_jit|pcre2_callout|__gmp_.*(?:scanf|printf)|__gmpz_(?:inp|out)')


def symbols(library, *options):
    out = subprocess.run(['nm', '-P', *options, library], check=True, capture_output=True, text=True).stdout
    return [line.split() for line in out.splitlines() if len(line.split()) >= 2 and not line.endswith(':')]


def main():
    library = os.path.join(os.environ['COROSCOPE_BUILD'], 'libcoroscope_engine.a')
    known = symbols(library)
    own = {name for name, kind, *_ in known if kind not in 'Uw'}
    wanted = {name for name, kind, *_ in known if kind in 'Uw'} - own
    bad = sorted(name for name in wanted
                 if NEVER.match(name) or not (name in ALLOWED or FAMILIES.match(name)))
    if bad:
        sys.exit(f'the engine reaches outside: {", ".join(bad)}')
    if len(wanted) < 20 or 'malloc' not in wanted:
        sys.exit('the library was not read')
    print(f'{len(wanted)} functions from outside, all of them compute')


if __name__ == '__main__':
    main()
