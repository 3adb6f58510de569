#ifndef LIB_LIB_CALENDAR_H
#define LIB_LIB_CALENDAR_H
/* Dates of the Gregorian calendar in UTC, and strftime(). */

#include "object/str.h"

typedef struct {
    int64_t year;
    int month, day; /* from 1 */
    int hour, minute, second;
    int weekday;             /* Monday = 0 */
    int year_day;            /* from 1 */
    int microsecond;         /* %f */
    const char *zone_offset; /* %z; "" = none */
    const char *zone_name;   /* %Z */
} CalendarTime;

/* Days since 1970-01-01. */
int64_t calendar_days(int64_t year, int month, int day);
/* Seconds since 1970-01-01T00:00:00. */
CalendarTime calendar_from_seconds(int64_t seconds);
int64_t calendar_to_seconds(const CalendarTime *t);
extern const char *const calendar_days_short[7], *const calendar_months_short[12];
/* Owned text; unknown directives stay as they are, as in CPython on Linux. */
Str *calendar_format(Engine *e, const Str *format, const CalendarTime *t);

#endif
