#include "lib/lib_calendar.h"

#include <stdio.h>
#include <string.h>

enum { DAY_SECONDS = 86400, ERA_DAYS = 146097, ERA_YEARS = 400, EPOCH_DAY = 719468 };

const char *const calendar_days_short[7] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
const char *const calendar_months_short[12] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
static const char *const days_long[7] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                         "Friday", "Saturday", "Sunday"};
static const char *const months_long[12] = {"January",   "February", "March",    "April",
                                            "May",       "June",     "July",     "August",
                                            "September", "October",  "November", "December"};

static int64_t floor_div(int64_t a, int64_t b) {
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/* Years are counted from March, so that the leap day is the last of its year. */
int64_t calendar_days(int64_t year, int month, int day) {
    if (month <= 2) year--;
    int64_t era = floor_div(year, ERA_YEARS), of_era = year - era * ERA_YEARS;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t of_era_day = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return era * ERA_DAYS + of_era_day - EPOCH_DAY;
}

static void set_date(CalendarTime *t, int64_t days) {
    int64_t shifted = days + EPOCH_DAY, era = floor_div(shifted, ERA_DAYS);
    int64_t in_era = shifted - era * ERA_DAYS;
    int64_t of_era = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    int64_t of_year = in_era - (365 * of_era + of_era / 4 - of_era / 100);
    int64_t march_month = (5 * of_year + 2) / 153;
    t->day = (int)(of_year - (153 * march_month + 2) / 5 + 1);
    t->month = (int)(march_month < 10 ? march_month + 3 : march_month - 9);
    t->year = of_era + era * ERA_YEARS + (t->month <= 2);
    t->weekday = (int)(((days + 3) % 7 + 7) % 7);
    t->year_day = (int)(days - calendar_days(t->year, 1, 1) + 1);
}

CalendarTime calendar_from_seconds(int64_t seconds) {
    CalendarTime t = {.zone_offset = "+0000", .zone_name = "UTC"};
    int64_t days = floor_div(seconds, DAY_SECONDS);
    int rest = (int)(seconds - days * DAY_SECONDS);
    t.hour = rest / 3600;
    t.minute = rest / 60 % 60;
    t.second = rest % 60;
    set_date(&t, days);
    return t;
}

int64_t calendar_to_seconds(const CalendarTime *t) {
    return calendar_days(t->year, t->month, t->day) * DAY_SECONDS + t->hour * 3600 +
           t->minute * 60 + t->second;
}

/* ---- strftime ------------------------------------------------------------------------------ */

/* The year and week of ISO 8601: week 1 has the year's first Thursday. */
static void iso_week(const CalendarTime *t, int64_t *year, int *week) {
    int64_t days = calendar_days(t->year, t->month, t->day);
    int64_t thursday = days - t->weekday + 3;
    CalendarTime at = calendar_from_seconds(thursday * DAY_SECONDS);
    *year = at.year;
    *week = (at.year_day - 1) / 7 + 1;
}

/* Week of the year, whose first week begins with the first `first` (0 = Monday, 6 = Sunday). */
static int week_from(const CalendarTime *t, int first) {
    int since = (t->weekday - first + 7) % 7;
    return (t->year_day - 1 - since + 7) / 7;
}

static void put(Engine *e, StrBuf *b, const char *format, const CalendarTime *t) {
    Str *pattern = str_from(e, format);
    Str *text = pattern ? calendar_format(e, pattern, t) : NULL;
    if (text) strbuf_str(b, text);
    b->failed |= !text;
    xdecref(e, pattern);
    xdecref(e, text);
}

static void put_number(StrBuf *b, const char *format, int64_t number) {
    char text[32];
    snprintf(text, sizeof text, format, (int)number);
    strbuf_text(b, text);
}

/* Directives that stand for several others. */
static const char *compound(char directive) {
    switch (directive) {
    case 'c': return "%a %b %e %H:%M:%S %Y";
    case 'x':
    case 'D': return "%m/%d/%y";
    case 'X':
    case 'T': return "%H:%M:%S";
    case 'F': return "%Y-%m-%d";
    case 'R': return "%H:%M";
    case 'r': return "%I:%M:%S %p";
    default: return NULL;
    }
}

static const char *word(char directive, const CalendarTime *t) {
    switch (directive) {
    case 'a': return calendar_days_short[t->weekday];
    case 'A': return days_long[t->weekday];
    case 'b':
    case 'h': return calendar_months_short[t->month - 1];
    case 'B': return months_long[t->month - 1];
    case 'p': return t->hour < 12 ? "AM" : "PM";
    case 'P': return t->hour < 12 ? "am" : "pm";
    case 'z': return t->zone_offset;
    case 'Z': return t->zone_name;
    case '%': return "%";
    case 'n': return "\n";
    case 't': return "\t";
    default: return NULL;
    }
}

/* False: no directive of this kind. */
static bool put_field(StrBuf *b, char directive, const CalendarTime *t) {
    int week;
    int64_t year;
    iso_week(t, &year, &week);
    const struct {
        char directive;
        const char *format;
        int64_t number;
    } fields[] = {
        {'d', "%02d", t->day},
        {'e', "%2d", t->day},
        {'f', "%06d", t->microsecond},
        {'H', "%02d", t->hour},
        {'k', "%2d", t->hour},
        {'l', "%2d", (t->hour + 11) % 12 + 1},
        {'I', "%02d", (t->hour + 11) % 12 + 1},
        {'j', "%03d", t->year_day},
        {'m', "%02d", t->month},
        {'M', "%02d", t->minute},
        {'S', "%02d", t->second},
        {'u', "%d", t->weekday + 1},
        {'w', "%d", (t->weekday + 1) % 7},
        {'U', "%02d", week_from(t, 6)},
        {'W', "%02d", week_from(t, 0)},
        {'V', "%02d", week},
        {'G', "%d", year},
        {'g', "%02d", year % 100},
        {'y', "%02d", t->year % 100},
        {'Y', "%d", t->year},
        {'C', "%02d", t->year / 100},
    };
    for (size_t i = 0; i < COUNT_OF(fields); i++) {
        if (fields[i].directive != directive) continue;
        put_number(b, fields[i].format, fields[i].number);
        return true;
    }
    return false;
}

/* False: the directive stays as it is written. */
static bool put_directive(Engine *e, StrBuf *b, char directive, const CalendarTime *t) {
    const char *text = word(directive, t), *parts = compound(directive);
    if (text) {
        strbuf_text(b, text);
    } else if (parts) {
        put(e, b, parts, t);
    } else if (directive == 's') {
        strbuf_printf(b, "%lld", (long long)calendar_to_seconds(t));
    } else {
        return put_field(b, directive, t);
    }
    return true;
}

/* glibc's flags: without padding, padded with blanks or zeros, in capitals. */
static void put_flagged(StrBuf *b, char flag, const char *text) {
    size_t padding = strspn(text, "0 "), size = strlen(text);
    if (padding == size && size) padding--; /* the last zero is the number */
    bool number = text[padding] >= '0' && text[padding] <= '9';
    for (size_t i = 0; i < size; i++) {
        char c = text[i];
        if (number && i < padding && flag == '-') continue;
        if (number && i < padding && flag == '_') c = ' ';
        if (number && i < padding && flag == '0') c = '0';
        if ((flag == '^' || flag == '#') && c >= 'a' && c <= 'z') c = (char)(c - 'a' + 'A');
        strbuf_char(b, c);
    }
}

/* How many characters of the format it took: a directive after '%', with a flag or a modifier. */
static size_t put_marked(Engine *e, StrBuf *b, const char *p, const CalendarTime *t) {
    bool flagged = strchr("-_0^#", *p) && p[1] && p[1] != 'f';
    bool modified = (*p == 'E' || *p == 'O') && p[1];
    if (!flagged) {
        if (put_directive(e, b, p[modified], t)) return 1u + modified;
        strbuf_char(b, '%');
        strbuf_char(b, *p);
        return 1;
    }
    StrBuf part;
    strbuf_init(&part, e);
    bool known = put_directive(e, &part, p[1], t);
    Str *text = strbuf_finish(&part);
    b->failed |= !text;
    if (text && known) put_flagged(b, *p, text->text);
    xdecref(e, text);
    if (known) return 2;
    strbuf_char(b, '%');
    strbuf_char(b, *p);
    return 1;
}

Str *calendar_format(Engine *e, const Str *format, const CalendarTime *t) {
    StrBuf b;
    strbuf_init(&b, e);
    for (const char *p = format->text, *end = p + format->size; p < end; p++) {
        if (*p != '%' || p + 1 == end) {
            strbuf_char(&b, *p);
        } else {
            p += put_marked(e, &b, p + 1, t);
        }
    }
    return strbuf_finish(&b);
}
