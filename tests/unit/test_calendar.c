/* The calendar of time.strftime() and the digest that seeds random: against known values. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lib/lib_calendar.h"
#include "lib/lib_sha512.h"

static void days_count_from_1970(void **state) {
    (void)state;
    assert_int_equal(calendar_days(1970, 1, 1), 0);
    assert_int_equal(calendar_days(1969, 12, 31), -1);
    assert_int_equal(calendar_days(2000, 3, 1), 11017);
    assert_int_equal(calendar_days(2025, 1, 1), 20089);
    assert_int_equal(calendar_days(1, 1, 1), -719162);
}

static void a_moment_has_its_date_and_weekday(void **state) {
    (void)state;
    CalendarTime t = calendar_from_seconds(1735689600);
    assert_int_equal(t.year, 2025);
    assert_int_equal(t.month, 1);
    assert_int_equal(t.day, 1);
    assert_int_equal(t.weekday, 2);
    assert_int_equal(t.year_day, 1);
}

static void leap_day_is_the_sixtieth_of_the_year(void **state) {
    (void)state;
    CalendarTime t = calendar_from_seconds(calendar_days(2024, 2, 29) * 86400 + 86399);
    assert_int_equal(t.month, 2);
    assert_int_equal(t.day, 29);
    assert_int_equal(t.year_day, 60);
    assert_int_equal(t.hour, 23);
    assert_int_equal(t.second, 59);
}

static void seconds_and_fields_are_inverse(void **state) {
    (void)state;
    for (int64_t seconds = -70000000000; seconds < 70000000000; seconds += 1234567891) {
        CalendarTime t = calendar_from_seconds(seconds);
        assert_true(calendar_to_seconds(&t) == seconds);
    }
}

/* "abc" from FIPS 180-2; a text that fills one block but for the length. */
static void digests_are_those_of_the_standard(void **state) {
    (void)state;
    static const unsigned char abc[] = {0xdd, 0xaf, 0x35, 0xa1, 0x93, 0x61, 0x7a, 0xba};
    static const unsigned char empty[] = {0xcf, 0x83, 0xe1, 0x35, 0x7e, 0xef, 0xb8, 0xbd};
    unsigned char digest[SHA512_SIZE], block[112];
    sha512("abc", 3, digest);
    assert_memory_equal(digest, abc, sizeof abc);
    sha512("", 0, digest);
    assert_memory_equal(digest, empty, sizeof empty);
    static const unsigned char filled[] = {0xc0, 0x1d, 0x08, 0x0e, 0xfd, 0x49, 0x27, 0x76};
    memset(block, 'a', sizeof block);
    sha512(block, sizeof block, digest);
    assert_memory_equal(digest, filled, sizeof filled);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_count_from_1970),
        cmocka_unit_test(a_moment_has_its_date_and_weekday),
        cmocka_unit_test(leap_day_is_the_sixtieth_of_the_year),
        cmocka_unit_test(seconds_and_fields_are_inverse),
        cmocka_unit_test(digests_are_those_of_the_standard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
