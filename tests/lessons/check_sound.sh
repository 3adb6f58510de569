# Every lesson of the course is sound: it loads, its moments happen, its questions have answers, its
# variants run, and it does what it expects; and each is laid out in the usual order.
set -e
"$COROSCOPE" check scenarios
find scenarios -name '*.json' ! -name lesson.schema.json -print0 | sort -z |
    xargs -0 "$COROSCOPE" format --check
