/* The calendar of time.strftime() against known values. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/lib_calendar.h"

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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_count_from_1970),
        cmocka_unit_test(a_moment_has_its_date_and_weekday),
        cmocka_unit_test(leap_day_is_the_sixtieth_of_the_year),
        cmocka_unit_test(seconds_and_fields_are_inverse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
