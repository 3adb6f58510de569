def f(lock):
    try:
        with lock as got, other:
            return got
    except (A, B) as e:
        raise X from e
    except C:
        raise
    else:
        g()
    finally:
        h()


try:
    a
except* E as group:
    b
for i in c:
    try:
        continue
    finally:
        d
assert a, "why"
